const NAME = 'fourways.look.';

/**
 * Tells the tabs of this browser which room somebody looks at: the tab that has the focus holds a Web Lock with the room's
 * id, which the browser frees however the tab ends. Without Web Locks a tab knows only of itself.
 */
export class LookLock {
  private own: string | null = null;
  private release: () => void = () => {};

  /** Null: nobody looks at this tab any more. */
  look(roomId: string | null): void {
    if (roomId === this.own) return;
    this.own = roomId;
    this.release();
    this.release = roomId === null ? () => {} : hold(roomId);
  }

  /** The rooms that are looked at in any tab. */
  async rooms(): Promise<ReadonlySet<string>> {
    const { held = [] } = (await globalThis.navigator?.locks?.query()) ?? {};
    const rooms = held.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : []));
    return new Set(this.own === null ? rooms : [...rooms, this.own]);
  }
}

function hold(roomId: string): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const held = () => new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));
  globalThis.navigator?.locks?.request(NAME + roomId, { mode: 'shared', signal }, held).catch(() => undefined);
  return () => leaving.abort();
}
