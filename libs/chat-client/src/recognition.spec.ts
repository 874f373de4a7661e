import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Engine } from './engine.js';
import type { OutboxEntry } from './outbox-entry.js';
import { MemoryShelf } from './outbox-memory-shelf.js';
import { snapshotAt } from './testing/connection-world.js';
import { ROOM_ID } from './testing/scripted-transport.js';
import { TinyServer } from './testing/tiny-server.js';

const HELLO = '018f0000-0000-7000-8000-0000000000cc';
const BOB = { id: '018f0000-0000-7000-8000-0000000000bb', name: 'Bob' };

describe('coming back under a session', () => {
  let server: TinyServer;
  let shelf: MemoryShelf;
  let engine: Engine;

  async function pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  const status = () => engine.store.getSnapshot().status;
  const posted = () => server.requests.filter((request) => request.startsWith('POST')).length;
  const type = () => engine.dispatch.outbox.add({ clientMsgId: HELLO, roomId: ROOM_ID, body: 'hello', createdTs: 0, state: 'queued' });

  function kept(): string[] {
    const ids: string[] = [];
    shelf.open((entries: readonly OutboxEntry[]) => ids.push(...entries.map(({ clientMsgId }) => clientMsgId)));
    return ids;
  }

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    server = new TinyServer();
    shelf = new MemoryShelf();
    engine = new Engine({ baseUrl: 'http://here', mode: 'poll', cookie: 'fourways_session=secret', snapshot: snapshotAt(0), fetch: server.fetch, random: () => 0.5, shelf });
    engine.start();
    await pass(0);
    expect([status(), server.requests]).toEqual(['in-sync', ['GET /api/poll']]);
  });
  afterEach(async () => {
    engine.stop();
    await pass(0);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[K1][P3] a page that was signed out stays so when it is frozen and shown again, whoever has signed in meanwhile', async () => {
    server.person = null;
    await pass(2_000);
    expect(status()).toBe('signed-out');
    server.person = BOB;
    engine.suspend();
    void engine.resume();
    type();
    await pass(5_000);
    expect([status(), posted()]).toEqual(['signed-out', 0]);
  });

  it('[K1] a page that polls and saw neither of them come or go is signed out by its next request', async () => {
    server.person = BOB;
    await expect(engine.run({ name: 'room.join', data: { roomId: ROOM_ID } })).rejects.toMatchObject({ code: 'no_session' });
    await pass(5_000);
    expect(status()).toBe('signed-out');
  });

  it.each(['frozen', 'asleep'])('[K1][P1][P3] a page that was %s sends nothing under the session of another person, and keeps what it has', async (how) => {
    if (how === 'frozen') engine.suspend();
    server.person = BOB;
    type();
    if (how === 'frozen') void engine.resume();
    else void engine.wake();
    await pass(5_000);
    expect([status(), posted(), kept()]).toEqual(['signed-out', 0, [HELLO]]);
    await expect(engine.run({ name: 'room.join', data: { roomId: ROOM_ID } })).rejects.toMatchObject({ code: 'no_session' });
    expect(posted()).toBe(0);
  });

  it.each(['frozen', 'asleep'])('[P1][P3] a page that was %s sends again as soon as it knows that the session is the same, however long the server is away', async (how) => {
    server.failure = new TypeError('fetch failed');
    if (how === 'frozen') {
      engine.suspend();
      void engine.resume();
    } else void engine.wake();
    type();
    await pass(4_000);
    expect(posted()).toBe(0);
    server.failure = null;
    await pass(20_000);
    await pass(2_000);
    expect([status(), server.log.length, kept()]).toEqual(['in-sync', 1, []]);
    expect(server.requests.indexOf('GET /api/me')).toBeLessThan(server.requests.findIndex((request) => request.startsWith('POST')));
  });

  it('[K1] does not go on from a snapshot of another person', async () => {
    server.person = BOB;
    server.expired = true;
    await pass(2_000);
    expect([status(), engine.store.getSnapshot().timeline?.me.name]).toEqual(['signed-out', 'Ada']);
    type();
    await pass(5_000);
    expect([posted(), kept()]).toEqual([0, [HELLO]]);
  });
});
