import type { ChatError } from '@fourways/chat-core';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { OutboxShelf } from './outbox-shelf.js';

type State = OutboxEntry['state'];

/** The entries in the order in which they are sent: what is shown, and kept on the shelf while it is not stored. */
export class OutboxList {
  private entries: readonly OutboxEntry[] = [];

  constructor(
    private readonly shelf: OutboxShelf,
    private readonly changed: (entries: readonly OutboxEntry[]) => void,
  ) {}

  get all(): readonly OutboxEntry[] {
    return this.entries;
  }

  find(clientMsgId: string): OutboxEntry | undefined {
    return this.entries.find((entry) => entry.clientMsgId === clientMsgId);
  }

  add(entry: OutboxEntry): void {
    this.shelf.add(entry);
    this.set([...this.entries, entry]);
  }

  /** Puts entries of the shelf where they belong by their time; neither those here nor those that come change their order. */
  merge(found: readonly OutboxEntry[]): void {
    const merged = [...this.entries];
    let place = 0;
    for (const entry of found) {
      while (place < merged.length && merged[place]!.createdTs <= entry.createdTs) place++;
      merged.splice(place, 0, entry);
    }
    this.set(merged);
  }

  /** Shows a state. Answers with what the entry is now, if it is here. */
  show(clientMsgId: string, state: State, error?: ChatError): OutboxEntry | undefined {
    const entry = this.find(clientMsgId);
    if (!entry) return undefined;
    const { error: _, ...rest } = entry;
    const shown = { ...rest, state, ...(error && { error }) };
    this.set(this.entries.map((each) => (each === entry ? shown : each)));
    return shown;
  }

  /** Shows a state, and has the shelf keep it. */
  keep(clientMsgId: string, state: State, error?: ChatError): void {
    const entry = this.show(clientMsgId, state, error);
    if (entry) void this.shelf.update(entry);
  }

  /** Before a sending: whether the entry is still to be sent from here. Resolves when it would outlive the page. */
  async claim(entry: OutboxEntry): Promise<boolean> {
    if (!(await this.shelf.update({ ...entry, state: 'sending' }))) this.drop([entry.clientMsgId]);
    return this.find(entry.clientMsgId) !== undefined;
  }

  /** Its files are in the room, or are there no more. Answers with what the entry is now, if it is here. */
  withFiles(clientMsgId: string, files: readonly OutboxFile[]): OutboxEntry | undefined {
    this.set(this.entries.map((each) => (each.clientMsgId === clientMsgId ? { ...each, files } : each)));
    return this.find(clientMsgId);
  }

  /** It is stored: shown until it is in the timeline, and kept no longer. */
  stored(clientMsgId: string): void {
    this.show(clientMsgId, 'sent');
    this.shelf.remove([clientMsgId]);
  }

  /** It is stored no longer. */
  restore(clientMsgId: string): void {
    const entry = this.show(clientMsgId, 'queued');
    if (entry) this.shelf.add(entry);
  }

  remove(clientMsgIds: readonly string[]): void {
    this.drop(clientMsgIds);
    this.shelf.remove(clientMsgIds);
  }

  clear(): void {
    this.set([]);
    this.shelf.clear();
  }

  private drop(clientMsgIds: readonly string[]): void {
    this.set(this.entries.filter(({ clientMsgId }) => !clientMsgIds.includes(clientMsgId)));
  }

  private set(entries: readonly OutboxEntry[]): void {
    this.entries = entries;
    this.changed(entries);
  }
}
