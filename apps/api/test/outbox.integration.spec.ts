import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChatClient, MemoryShelf } from '@fourways/chat-client';
import { type Mode, MODES } from '@fourways/chat-core';
import { Database } from '../src/database/database.js';
import { FaultyProxy } from './faulty-proxy.js';
import { Guest } from './guest.js';
import { bodiesOf, LOBBY_ID, People } from './people.js';
import { blackHole } from './proxy/faults.js';
import { startServer, type TestServer } from './server.js';
import { until } from './until.js';

jest.setTimeout(30_000);

const LIMIT_PER_SECOND = 20;

describe('the outbox', () => {
  const people = new People();
  let server: TestServer;
  let proxy: FaultyProxy;

  beforeAll(async () => {
    server = await startServer({ MESSAGES_PER_SECOND: `${LIMIT_PER_SECOND}` });
    proxy = await FaultyProxy.start(() => server.port);
  });
  afterEach(() => {
    people.leave();
    proxy.set(null);
    proxy.refuse(false);
  });
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });

  const said = (client: ChatClient, prefix: string) => bodiesOf(client).filter((body) => body.startsWith(prefix));
  const allStored = (client: ChatClient) => until(client, ({ outbox }) => outbox.length === 0, 'everything is stored and shown', 20_000);

  const changes = MODES.map((from, i): [Mode, Mode] => [from, MODES[(i + 1) % MODES.length]!]);
  it.each([...changes, ...changes.map(([a, b]): [Mode, Mode] => [b, a])])(
    '[W3] [W5] sends again by the mode that is active then, under the same id, what was not answered: from %s to %s',
    async (from, to) => {
      const ann = await people.arrive(proxy.url, 'Ann', { mode: from });
      const text = `unanswered ${from} ${to}`;
      proxy.set(blackHole('toClient'));
      const { clientMsgId } = ann.post(LOBBY_ID, text);
      const stored = () => server.app.get(Database).reader.message.count({ where: { clientMsgId } });
      while ((await stored()) === 0) await setImmediate();
      expect(ann.getSnapshot().outbox).toMatchObject([{ clientMsgId, state: 'sending' }]);
      proxy.cut();
      proxy.set(null);
      // The first request may still go out on a connection that was cut.
      while ((await ann.use(to)).outcome !== 'switched') await setImmediate();
      await allStored(ann);
      expect(ann.getSnapshot().mode).toBe(to);
      expect(said(ann, text)).toEqual([text]);
      expect(await stored()).toBe(1);
    },
  );

  it.each(MODES)('[W5] by %s: what one client could not send, the next one with its shelf sends, in order and once', async (mode) => {
    const { cookie } = await Guest.signIn(server.url, 'Ann');
    const shelf = new MemoryShelf();
    const ann = people.client(proxy.url, { cookie, mode, shelf });
    await ann.start();
    proxy.refuse(true);
    const lines = [1, 2, 3].map((n) => `shelf ${mode} ${n}`);
    for (const line of lines) ann.post(LOBBY_ID, line);
    ann.close();
    proxy.refuse(false);
    const next = people.client(proxy.url, { cookie, mode, shelf });
    await next.start();
    await allStored(next);
    expect(said(next, `shelf ${mode}`)).toEqual(lines);
  });

  it.each(MODES)('[W5] by %s: more than the limit allows waits, fails never, and keeps its order', async (mode) => {
    const ann = await people.arrive(proxy.url, 'Ann', { mode });
    const lines = Array.from({ length: LIMIT_PER_SECOND * 3 }, (_, n) => `limit ${mode} ${n}`);
    const failures: string[] = [];
    ann.subscribe(() => failures.push(...ann.getSnapshot().outbox.filter(({ state }) => state === 'failed').map(({ body }) => body)));
    for (const line of lines) ann.post(LOBBY_ID, line);
    await until(ann, ({ outbox }) => outbox.some(({ state, error }) => state === 'queued' && error?.code === 'rate'), 'the limit is reached');
    await allStored(ann);
    expect([said(ann, `limit ${mode}`), failures]).toEqual([lines, []]);
  });
});
