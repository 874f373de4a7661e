/**
 * How far the server's clock is ahead of ours, in ms. Each sighting of the server's clock narrows the interval in
 * which the offset must lie: a stamp seen now was made no later than now; the stamp in an answer, no earlier than
 * its question. Sightings that contradict the interval mean that a clock was set, and start it anew.
 */
export class ClockOffset {
  private low = -Infinity;
  private high = Infinity;

  constructor(private readonly now: () => number = Date.now) {}

  /** The server's clock showed `serverTs` at some moment before now, and not before `since` if that is known. */
  seen(serverTs: number, since?: number): void {
    const low = serverTs - this.now();
    const high = since === undefined ? Infinity : serverTs - since;
    const fits = low <= this.high && high >= this.low;
    this.low = fits ? Math.max(low, this.low) : low;
    this.high = fits ? Math.min(high, this.high) : high;
  }

  /** Server time minus local time; 0 while nothing is known. */
  get ms(): number {
    if (this.low === -Infinity) return 0;
    return this.high === Infinity ? this.low : (this.low + this.high) / 2;
  }

  /** How long ago the server's clock showed `serverTs`; never negative. */
  since(serverTs: number): number {
    return Math.max(0, Math.round(this.now() + this.ms - serverTs));
  }
}
