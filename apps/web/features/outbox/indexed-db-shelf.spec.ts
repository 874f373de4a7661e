import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OutboxEntry } from '@fourways/chat-client';

const PATIENCE_MS = 2_000;
const disk = new Map<string, unknown>();
/** Every transaction waits for it. */
let storage = Promise.resolve();

const database = {
  transaction() {
    const answer = storage;
    const store = {
      put: (entry: OutboxEntry) => answer.then(() => disk.set(entry.clientMsgId, entry)),
      delete: (id: string) => answer.then(() => disk.delete(id)),
      index: () => ({ getAllKeys: () => answer.then(() => [...disk.keys()]) }),
    };
    return { store, done: answer, commit: () => {} };
  },
};
/** Openings that fail before one succeeds. */
let failures = 0;
jest.unstable_mockModule('idb', () => ({
  openDB: async () => {
    if (failures-- > 0) throw new DOMException('Not now', 'UnknownError');
    return database;
  },
}));

const { IndexedDbShelf } = await import('./indexed-db-shelf');

const entry = (clientMsgId: string): OutboxEntry => ({ clientMsgId, roomId: 'garden', body: clientMsgId, createdTs: 0, state: 'queued' });

describe('unsent messages on disk, when the storage takes longer than one waits', () => {
  let answers: () => void;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    disk.clear();
    storage = new Promise((resolve) => (answers = resolve));
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  async function hanging() {
    const shelf = new IndexedDbShelf('ada');
    for (const id of ['a', 'b']) shelf.add(entry(id));
    await jest.advanceTimersByTimeAsync(PATIENCE_MS);
    return shelf;
  }

  async function answered() {
    answers();
    await jest.advanceTimersByTimeAsync(0);
    return [...disk.keys()];
  }

  it('[W5] what is stored at the server meanwhile is removed when it answers, and nothing else is', async () => {
    const shelf = await hanging();
    shelf.remove(['a']);
    expect(await answered()).toEqual(['b']);
  });

  it('[W5] who signs out meanwhile leaves nothing behind', async () => {
    const shelf = await hanging();
    shelf.clear();
    expect(await answered()).toEqual([]);
  });
});

describe('unsent messages on disk', () => {
  it('[W5] are kept again when the storage could not be opened once', async () => {
    const complaint = jest.spyOn(console, 'warn').mockImplementation(() => {});
    disk.clear();
    [storage, failures] = [Promise.resolve(), 1];
    const shelf = new IndexedDbShelf('ada');
    for (const id of ['a', 'b']) {
      shelf.add(entry(id));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect([...disk.keys()]).toEqual(['b']);
    complaint.mockRestore();
  });
});
