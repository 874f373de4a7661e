import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxShelf } from './outbox-shelf.js';

/** Outlives a client, not the process: given to the next client, it hands over what the first one had not sent. */
export class MemoryShelf implements OutboxShelf {
  private readonly kept = new Map<string, OutboxEntry>();

  open(found: (entries: readonly OutboxEntry[]) => void): void {
    if (this.kept.size > 0) found([...this.kept.values()]);
  }

  close(): void {}

  add(entry: OutboxEntry): void {
    this.kept.set(entry.clientMsgId, entry);
  }

  update(entry: OutboxEntry): Promise<boolean> {
    const here = this.kept.has(entry.clientMsgId);
    if (here) this.add(entry);
    return Promise.resolve(here);
  }

  remove(clientMsgIds: readonly string[]): void {
    for (const id of clientMsgIds) this.kept.delete(id);
  }

  clear(): void {
    this.kept.clear();
  }
}
