import type { OutboxEntry } from '@fourways/chat-client';
import type { ErrorCode } from '@fourways/chat-core';
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { within } from './within';

/** An entry as it lies on disk: whose it is, and which page is to send it. */
export interface KeptEntry extends Omit<OutboxEntry, 'error'> {
  readonly userId: string;
  readonly page: string;
  readonly errorCode?: ErrorCode;
}

interface Schema extends DBSchema {
  entries: { key: string; value: KeptEntry; indexes: { userId: string } };
}

export type Database = IDBPDatabase<Schema>;
type Store = IDBPObjectStore<Schema, ['entries'], 'entries', 'readwrite'>;

const PATIENCE_MS = 2_000;
/** In this page. */
let complained = false;

/**
 * The entries of all persons and pages of this browser. Storage that refuses, or does not answer for 2 s, is said once in
 * the console; while it owes an answer it is not asked again, and what must not be forgotten waits.
 */
export class OutboxDatabase {
  private opening: Promise<Database> | undefined;
  private silent = false;
  private readonly putOff: (() => Promise<unknown>)[] = [];

  /** Does the work; undefined when it cannot be done. */
  async try<T>(work: (database: Database) => Promise<T>): Promise<T | undefined> {
    if (this.silent) return undefined;
    try {
      const done = this.opened().then(work);
      const answered = () => this.answered();
      done.then(answered, answered);
      return await within(PATIENCE_MS, done, () => (this.silent = true));
    } catch (error) {
      complain(error);
      return undefined;
    }
  }

  /** Changes entries even if the page ends before it hears of it. False when it cannot be done. */
  async write(change: (store: Store) => Promise<unknown>): Promise<boolean> {
    const written = await this.try(async (database) => {
      const transaction = database.transaction('entries', 'readwrite');
      const changed = change(transaction.store);
      transaction.commit();
      await Promise.all([changed, transaction.done]);
      return true;
    });
    return written === true;
  }

  /** For what must not be forgotten: begins now, or as soon as there is an answer again. */
  surely(begin: () => Promise<unknown>): void {
    if (this.silent) this.putOff.push(begin);
    else void begin();
  }

  private answered(): void {
    this.silent = false;
    for (const begin of this.putOff.splice(0)) void begin();
  }

  /** One that could not be opened is opened anew by the next who asks. */
  private opened(): Promise<Database> {
    if (this.opening) return this.opening;
    const opening = this.open();
    this.opening = opening;
    opening.catch(() => {
      if (this.opening === opening) this.opening = undefined;
    });
    return opening;
  }

  private open(): Promise<Database> {
    return openDB<Schema>('fourways.outbox', 1, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'clientMsgId' }).createIndex('userId', 'userId');
      },
      blocking: (_version, _wanted, event) => {
        (event.target as IDBDatabase).close();
        this.opening = undefined;
      },
      terminated: () => (this.opening = undefined),
    });
  }
}

function complain(error: unknown): void {
  if (complained) return;
  complained = true;
  console.warn('This browser cannot keep unsent messages beyond a reload. They are sent all the same.', error);
}
