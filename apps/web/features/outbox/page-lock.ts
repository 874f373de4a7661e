const NAME = 'fourways.outbox';

/**
 * Tells pages that live from pages that are gone: each holds a Web Lock with its id, which the browser frees however the
 * page ends. Without Web Locks (a page that is no secure context) every other page counts as gone.
 */
export class PageLock {
  readonly id = `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  private leaving = new AbortController();

  static get works(): boolean {
    return globalThis.navigator?.locks !== undefined;
  }

  enter(): void {
    if (!PageLock.works) return;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const held = () => (signal.aborted ? undefined : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())));
    navigator.locks.request(`${NAME}.${this.id}`, { signal }, held).catch(() => undefined);
  }

  leave(): void {
    this.leaving.abort();
  }

  /**
   * Those of these pages that are gone. The locks are looked at, and only when there is somebody to look for: Chromium throws a
   * page out of the back-forward cache when its lock is waited for or looked at before it is free.
   */
  async gone(pages: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    if (pages.size === 0) return pages;
    const { held = [] } = PageLock.works ? await navigator.locks.query() : {};
    const alive = new Set(held.filter(({ mode }) => mode === 'exclusive').map(({ name }) => name));
    return new Set([...pages].filter((page) => !alive.has(`${NAME}.${page}`)));
  }
}
