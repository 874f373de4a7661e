/**
 * Notices silence. It compares monotonic time stamps, since a background tab or a sleeping machine runs timers late:
 * a late timer finds out at once how long it has really been.
 */
export class Liveness {
  private last = performance.now();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private limitMs: number,
    private readonly onDead: () => void,
  ) {
    this.arm();
  }

  /** Something arrived. A new `limitMs` holds from now on; Infinity means that silence is no sign of death. */
  alive(limitMs = this.limitMs): void {
    this.last = performance.now();
    if (limitMs === this.limitMs) return;
    this.limitMs = limitMs;
    this.arm();
  }

  /** Looks at once, e.g. on waking up. */
  check(): void {
    if (performance.now() - this.last < this.limitMs) return this.arm();
    this.stop();
    this.onDead();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.limitMs === Infinity) return;
    this.timer = setTimeout(() => this.check(), this.last + this.limitMs - performance.now());
  }
}
