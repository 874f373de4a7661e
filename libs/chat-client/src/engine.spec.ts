import { PATHS } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Engine } from './engine.js';
import { snapshotAt } from './testing/connection-world.js';
import { ROOM_ID } from './testing/scripted-transport.js';
import { TinyServer } from './testing/tiny-server.js';

const HELLO = '018f0000-0000-7000-8000-0000000000cc';

describe('the parts of a client together', () => {
  let server: TinyServer;
  let engine: Engine;
  /** While set, it decides when a snapshot is answered. */
  let delay: (() => Promise<unknown>) | null;

  async function pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    server = new TinyServer(99);
    delay = null;
    const fetch = (async (url: string, init: RequestInit) => {
      if (url.endsWith(PATHS.snapshot)) await delay?.();
      return server.fetch(url, init);
    }) as typeof globalThis.fetch;
    engine = new Engine({ baseUrl: 'http://here', mode: 'poll', cookie: 'fourways_session=secret', snapshot: snapshotAt(99), fetch, random: () => 0.5 });
    engine.start();
    await pass(0);
  });
  afterEach(async () => {
    engine.stop();
    await pass(0);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[W5][L6] what only the log before has acknowledged is sent again, though the place lies behind in the new one', async () => {
    server.expired = true;
    let answer = () => {};
    delay = () => new Promise<void>((resolve) => (answer = resolve));
    engine.outbox.add({ clientMsgId: HELLO, roomId: ROOM_ID, body: 'hello', createdTs: 0, state: 'queued' });
    await pass(0);
    expect([server.log.length, engine.store.getSnapshot().outbox.map(({ state }) => state)]).toEqual([1, ['sent']]);
    server.restore('otherlog', 105);
    server.expired = false;
    answer();
    await pass(0);
    await pass(2_000);
    expect([server.log.map(({ clientMsgId }) => clientMsgId), engine.store.getSnapshot().outbox]).toEqual([[HELLO], []]);
  });

  it('[B1] an overtaken snapshot that is answered late does not take the place of a newer one', async () => {
    server.expired = true;
    const answers: (() => void)[] = [];
    delay = () => new Promise<void>((resolve) => answers.push(resolve));
    await pass(2_000);
    server.expired = false;
    void engine.wake();
    await pass(0);
    expect(answers).toHaveLength(2);
    server.restore(server.epoch, 109);
    answers[1]!();
    await pass(0);
    expect(engine.replica.seq).toBe(109);
    server.restore(server.epoch, 104);
    answers[0]!();
    await pass(0);
    expect(engine.replica.seq).toBe(109);
  });
});
