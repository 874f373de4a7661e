const KEY = 'fourways.input';
const IDLE_MS = 5 * 60_000;
/** Other tabs hear of input no more often than this. */
const TELL_MS = 5_000;
const SIGNALS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

/** Whether anybody sits at this browser: nobody does when no tab has had any input for five minutes. */
export class IdleWatch {
  private lastTs = 0;
  private toldTs = 0;
  private idle = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: (idle: boolean) => void) {}

  /** Watches until the returned function is called. To open a page is input as well. */
  start(): () => void {
    const input = () => this.input();
    const elsewhere = ({ key, newValue }: StorageEvent) => key === KEY && this.seen(Number(newValue));
    for (const signal of SIGNALS) window.addEventListener(signal, input, { capture: true, passive: true });
    window.addEventListener('storage', elsewhere);
    this.changed(false);
    this.input();
    return () => {
      clearTimeout(this.timer);
      for (const signal of SIGNALS) window.removeEventListener(signal, input, { capture: true });
      window.removeEventListener('storage', elsewhere);
    };
  }

  private input(): void {
    const now = Date.now();
    if (now - this.toldTs > TELL_MS) this.tell(now);
    this.seen(now);
  }

  private tell(now: number): void {
    this.toldTs = now;
    try {
      localStorage.setItem(KEY, String(now));
    } catch {
      return;
    }
  }

  private seen(ts: number): void {
    if (!(ts > this.lastTs)) return;
    this.lastTs = ts;
    if (this.timer === undefined || this.idle) this.look();
  }

  /** One timer runs to the earliest moment at which it may be so, and then anew. */
  private look(): void {
    clearTimeout(this.timer);
    const leftMs = this.lastTs + IDLE_MS - Date.now();
    this.timer = leftMs > 0 ? setTimeout(() => this.look(), leftMs) : undefined;
    const idle = leftMs <= 0;
    if (idle === this.idle) return;
    this.idle = idle;
    this.changed(idle);
  }
}
