import type { OutboxEntry } from '@fourways/chat-client';
import { ChatError } from '@fourways/chat-core';

/**
 * Keeps what was not acknowledged in this browser, so that a reload loses no text. One item per message: two tabs
 * do not overwrite each other, and a message that both send is stored once, since it keeps its id.
 */
export class OutboxShelf {
  private readonly prefix: string;
  private kept: readonly OutboxEntry[] = [];

  constructor(userId: string) {
    this.prefix = `fourways.outbox.${userId}.`;
  }

  entries(): OutboxEntry[] {
    if (typeof localStorage === 'undefined') return [];
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    const entries = keys.sort().flatMap((key) => restored(localStorage.getItem(key)));
    this.kept = entries;
    return entries;
  }

  keep(outbox: readonly OutboxEntry[]): void {
    if (outbox === this.kept) return;
    const ids = new Set(outbox.map((entry) => entry.clientMsgId));
    for (const { clientMsgId } of this.kept) if (!ids.has(clientMsgId)) localStorage.removeItem(this.prefix + clientMsgId);
    for (const entry of outbox) if (!this.kept.includes(entry)) this.put(entry);
    this.kept = outbox;
  }

  /** A full storage costs the memory of a reload, not the message. */
  private put(entry: OutboxEntry): void {
    try {
      localStorage.setItem(this.prefix + entry.clientMsgId, JSON.stringify(entry));
    } catch {
      return;
    }
  }
}

/** An error comes back from storage as plain data; its code is what counts. */
function restored(item: string | null): OutboxEntry[] {
  const entry = item && (JSON.parse(item) as OutboxEntry);
  if (!entry) return [];
  return [entry.error ? { ...entry, error: new ChatError(entry.error.code) } : entry];
}
