const NAME = 'fourways.outbox';

/**
 * Tells pages that live from pages that are gone: each holds a Web Lock with its id, which the browser frees however the
 * page ends. Without Web Locks (a page that is no secure context) every other page counts as gone.
 */
export class PageLock {
  readonly id = `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  private leaving = new AbortController();

  /** Holds the lock. `gone` is called whenever a page that shared some time with this one goes. */
  enter(gone: () => void): void {
    if (!globalThis.navigator?.locks) return;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const watch = (id: string) => request(id, { mode: 'shared', signal }, gone);
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<string>) => watch(data);
    signal.addEventListener('abort', () => channel.close());
    request(this.id, { signal }, () => {
      if (signal.aborted) return;
      channel.postMessage(this.id);
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    });
    void this.alive().then((ids) => [...ids].filter((id) => id !== this.id).forEach(watch));
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
}

/** A request that is given up when the page leaves is no failure. */
function request(id: string, options: LockOptions, granted: () => void | Promise<void>): void {
  navigator.locks.request(`${NAME}.${id}`, options, granted).catch(() => undefined);
}
