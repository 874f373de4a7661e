import type { TabPlatform } from './tab-platform.js';

/**
 * Which tab holds the connection for all: the one that has the Web Lock. The browser frees the lock when its tab goes
 * away, and gives it to the next in line; another tab may also take it (`steal`).
 */
export class Leadership {
  private holding = false;
  private release: () => void = () => {};
  private leaving = new AbortController();

  constructor(
    private readonly name: string,
    private readonly locks: TabPlatform['locks'],
    private readonly changed: (leads: boolean) => void,
  ) {}

  get leads(): boolean {
    return this.holding;
  }

  /** Takes the lead if it is free, else stands in line. Resolves when it is known which. */
  async join(): Promise<void> {
    this.leaving = new AbortController();
    const free = await new Promise<boolean>((decide) => {
      this.request({ ifAvailable: true }, (lock) => {
        decide(lock !== null);
        return lock && this.hold(false);
      });
    });
    if (!free) this.queue();
  }

  /** Takes the lead from a tab that does not use it. */
  steal(): void {
    this.request({ steal: true }, () => this.hold(true));
  }

  leave(): void {
    this.leaving.abort();
    this.end();
  }

  private queue(): void {
    this.request({ signal: this.leaving.signal }, () => this.hold(true));
  }

  private hold(news: boolean): Promise<void> | null {
    if (this.leaving.signal.aborted || this.holding) return null;
    this.holding = true;
    if (news) this.changed(true);
    return new Promise((resolve) => (this.release = resolve));
  }

  private request(options: LockOptions, granted: (lock: Lock | null) => Promise<void> | null): void {
    const { signal } = this.leaving;
    this.locks.request(this.name, options, granted).catch(() => {
      if (signal.aborted || !this.holding) return;
      this.end();
      this.changed(false);
      this.queue();
    });
  }

  private end(): void {
    this.holding = false;
    this.release();
  }
}
