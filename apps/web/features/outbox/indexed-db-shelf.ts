import type { OutboxEntry, OutboxShelf } from '@fourways/chat-client';
import { ChatError } from '@fourways/chat-core';
import { EarlierShelf } from './earlier-shelf';
import { type Database, type KeptEntry, OutboxDatabase } from './outbox-database';
import { PageLock } from './page-lock';

const LOOK_MS = 1_500;

/**
 * One person's unsent messages in IndexedDB. Each belongs to the page where it was typed; when that page is gone, however
 * it went, another takes it. Where the browser cannot store, a reload forgets them, and nothing else is lost.
 */
export class IndexedDbShelf implements OutboxShelf {
  private readonly page = new PageLock();
  private readonly database = new OutboxDatabase();
  private readonly earlier: EarlierShelf;
  /** Whether what was added here is on disk. */
  private readonly added = new Map<string, Promise<boolean>>();
  private readonly adding = new Set<string>();
  private closing = new AbortController();

  constructor(private readonly userId: string) {
    this.earlier = new EarlierShelf(userId);
  }

  open(found: (entries: readonly OutboxEntry[]) => void): void {
    const adopt = () => void this.adopt().then((entries) => entries.length > 0 && found(entries));
    const enter = () => {
      this.page.enter();
      adopt();
    };
    this.closing = new AbortController();
    const { signal } = this.closing;
    const looking = PageLock.works ? setInterval(adopt, LOOK_MS) : undefined;
    signal.addEventListener('abort', () => clearInterval(looking));
    // In the back-forward cache a page runs nothing: until it is shown again, others may have what it kept.
    addEventListener('pagehide', () => this.page.leave(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && enter(), { signal });
    enter();
  }

  close(): void {
    this.closing.abort();
    this.page.leave();
  }

  add(entry: OutboxEntry): void {
    const { clientMsgId } = entry;
    this.adding.add(clientMsgId);
    const written = this.database.write((store) => store.put(this.kept(entry)));
    this.added.set(
      clientMsgId,
      written.finally(() => this.adding.delete(clientMsgId)),
    );
  }

  async update(entry: OutboxEntry): Promise<boolean> {
    const { clientMsgId } = entry;
    const replacing = this.database.try((database) => this.replace(database, this.kept(entry)));
    // Nobody else can have what is being added here: it is sent one round trip earlier.
    if (this.adding.has(clientMsgId)) return this.added.get(clientMsgId)!.then(() => true);
    return (await replacing) !== false || (await this.added.get(clientMsgId)) === false;
  }

  remove(clientMsgIds: readonly string[]): void {
    for (const id of clientMsgIds) this.added.delete(id);
    this.database.surely(() => this.database.write((store) => Promise.all(clientMsgIds.map((id) => store.delete(id)))));
  }

  clear(): void {
    this.added.clear();
    this.earlier.clear();
    this.database.surely(() => this.database.try((database) => this.removeAll(database)));
  }

  /** Makes the entries of pages that are gone this page's own. Answers with them, in the order of typing. */
  private async adopt(): Promise<OutboxEntry[]> {
    const adopted = await this.database.try(async (database) => {
      const gone = await this.pagesGone(database);
      if (gone.size === 0 && this.earlier.empty) return [];
      const { store, done } = database.transaction('entries', 'readwrite');
      const here = await store.index('userId').getAll(this.userId);
      const left = [...here.filter(({ page }) => gone.has(page)).map(restored), ...this.fromEarlier(here)].sort(byId);
      await Promise.all([...left.map((entry) => store.put(this.kept(entry))), done]);
      this.earlier.clear();
      return left;
    });
    return adopted ?? [];
  }

  private async removeAll(database: Database): Promise<void> {
    const { store, done } = database.transaction('entries', 'readwrite');
    const ids = await store.index('userId').getAllKeys(this.userId);
    await Promise.all([...ids.map((id) => store.delete(id)), done]);
  }

  /** A page holds its lock before it keeps anything: read first, and whoever is not alive after that is gone. */
  private async pagesGone(database: Database): Promise<ReadonlySet<string>> {
    const entries = await database.getAllFromIndex('entries', 'userId', this.userId);
    return this.page.gone(new Set(entries.map(({ page }) => page).filter((page) => page !== this.page.id)));
  }

  private fromEarlier(here: readonly KeptEntry[]): OutboxEntry[] {
    const known = new Set(here.map(({ clientMsgId }) => clientMsgId));
    return this.earlier.entries().filter(({ clientMsgId }) => !known.has(clientMsgId));
  }

  /** Puts the entry in the place of the one that is there, if this page has it. */
  private async replace(database: Database, entry: KeptEntry): Promise<boolean> {
    const { store, done } = database.transaction('entries', 'readwrite');
    const mine = (await store.get(entry.clientMsgId))?.page === this.page.id;
    if (mine) await store.put(entry);
    await done;
    return mine;
  }

  private kept({ error, ...entry }: OutboxEntry): KeptEntry {
    return { ...entry, userId: this.userId, page: this.page.id, ...(error && { errorCode: error.code }) };
  }
}

function restored({ userId: _user, page: _page, errorCode, ...entry }: KeptEntry): OutboxEntry {
  return errorCode ? { ...entry, error: new ChatError(errorCode) } : entry;
}

/** The ids are UUIDv7, which sort by the time they were made. */
function byId(a: OutboxEntry, b: OutboxEntry): number {
  return a.clientMsgId < b.clientMsgId ? -1 : 1;
}
