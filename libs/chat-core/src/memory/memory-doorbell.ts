import { Doorbell } from '../doorbell.js';

/** The doorbell of a single process, and the reference for the others. Wakes synchronously. */
export class MemoryDoorbell extends Doorbell {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly onError: (error: unknown) => void = console.error) {
    super();
  }

  override ring(): void {
    for (const listener of [...this.listeners]) {
      try {
        if (this.listeners.has(listener)) listener();
      } catch (error) {
        this.onError(error);
      }
    }
  }

  override listen(wake: () => void): () => void {
    const listener = () => wake();
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
