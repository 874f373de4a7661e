const PATIENCE_MS = 700;
const RIVALS = 2;

/**
 * After a sleep the first connections that a browser takes from its pool may have died in it, without a sign: an attempt
 * from which nothing is heard soon is given a rival.
 */
export class Hedge {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `rival` opens another attempt, and says whether that was needed. */
  start(rival: () => boolean, left = RIVALS): void {
    this.stop();
    if (left > 0) this.timer = setTimeout(() => rival() && this.start(rival, left - 1), PATIENCE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
