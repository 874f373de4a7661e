import type { OutboxEntry } from './outbox-entry.js';

/**
 * Where one person's unsent messages outlive a page (PROTOCOL W5). A page has those that it put there, and those of pages
 * that are gone. Calls take effect in their order. Nothing here rejects: what cannot be kept is sent all the same.
 */
export interface OutboxShelf {
  /** Begins. `found` is given what pages that are gone have left, in order of typing: now, and whenever one goes. */
  open(found: (entries: readonly OutboxEntry[]) => void): void;
  /** From now on another page may take what is here. */
  close(): void;
  add(entry: OutboxEntry): void;
  /**
   * Keeps a change. Resolves when the entry would outlive the page, or is known not to; with false when it is no longer
   * here: another page has taken it, or it was removed.
   */
  update(entry: OutboxEntry): Promise<boolean>;
  remove(clientMsgIds: readonly string[]): void;
  /** Removes everything of this person, whichever page has it. */
  clear(): void;
}
