import type { Lane } from './lane.js';

/** The lane that delivers, and the one it follows, which is heard until it is not needed any more. */
export class Succession {
  private lane: Lane | null = null;
  private retiring: Lane | null = null;

  get current(): Lane | null {
    return this.lane;
  }

  follow(lane: Lane): void {
    this.retiring?.stop();
    this.retiring = this.lane;
    this.lane = lane;
  }

  /** The newer lane is up to date: the older one has done its duty. */
  settle(): void {
    this.retiring?.stop();
    this.retiring = null;
  }

  /** The newer lane has ended before it was up to date: the older one delivers on, if it does. */
  fallBack(): boolean {
    if (this.lane?.synced || !this.retiring?.synced || this.retiring.over) return false;
    this.lane = this.retiring;
    this.retiring = null;
    return true;
  }

  stop(): void {
    this.settle();
    this.lane?.stop();
    this.lane = null;
  }
}
