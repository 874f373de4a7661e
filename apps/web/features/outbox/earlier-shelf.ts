import type { OutboxEntry } from '@fourways/chat-client';
import { ChatError } from '@fourways/chat-core';

/** What the first version of this app kept in localStorage, one item per message. */
export class EarlierShelf {
  private readonly prefix: string;

  constructor(userId: string) {
    this.prefix = `fourways.outbox.${userId}.`;
  }

  get empty(): boolean {
    return this.keys().length === 0;
  }

  entries(): OutboxEntry[] {
    return this.keys().flatMap((key) => parsed(localStorage.getItem(key)));
  }

  clear(): void {
    for (const key of this.keys()) localStorage.removeItem(key);
  }

  /** None where the browser forbids storage. */
  private keys(): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    } catch {
      return [];
    }
  }
}

/** An error comes back as plain data; its code is what counts. */
function parsed(item: string | null): OutboxEntry[] {
  try {
    const entry = JSON.parse(item ?? '') as OutboxEntry;
    return [entry.error ? { ...entry, error: new ChatError(entry.error.code) } : entry];
  } catch {
    return [];
  }
}
