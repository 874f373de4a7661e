const NAME = 'fourways.outbox';
const LOOK_MS = 1_500;

/**
 * Tells pages that live from pages that are gone: each holds a Web Lock with its id, which the browser frees however the
 * page ends. Without Web Locks (a page that is no secure context) every other page counts as gone.
 */
export class PageLock {
  readonly id = `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  private leaving = new AbortController();
  private known: ReadonlySet<string> = new Set();

  /**
   * Holds the lock. `gone` is called when a page that shared some time with this one is there no longer. The locks are looked
   * at now and then instead of waited for: a page whose lock somebody waits for is kept out of the back-forward cache.
   */
  enter(gone: () => void): void {
    if (!globalThis.navigator?.locks) return;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const held = () => (signal.aborted ? undefined : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())));
    navigator.locks.request(`${NAME}.${this.id}`, { signal }, held).catch(() => undefined);
    const timer = setInterval(() => void this.look(gone), LOOK_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  leave(): void {
    this.leaving.abort();
  }

  /** The ids of the pages that live. */
  async alive(): Promise<ReadonlySet<string>> {
    const { held = [] } = (await globalThis.navigator?.locks?.query()) ?? {};
    const pages = held.filter(({ name, mode }) => name?.startsWith(`${NAME}.`) && mode === 'exclusive');
    return new Set(pages.map(({ name }) => name!.slice(NAME.length + 1)));
  }

  private async look(gone: () => void): Promise<void> {
    const now = await this.alive();
    const missing = [...this.known].some((id) => !now.has(id));
    this.known = now;
    if (missing) gone();
  }
}
