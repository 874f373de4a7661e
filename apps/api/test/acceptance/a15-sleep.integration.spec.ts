import type { ChatClient } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FaultyProxy } from '../faulty-proxy.js';
import { bodiesOf, LOBBY_ID, People } from '../people.js';
import { blackHole } from '../proxy/faults.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';

jest.setTimeout(30_000);

const SLEPT_MS = 600_000;
const CAUGHT_UP_WITHIN_MS = 2_500;

describe('a machine that slept', () => {
  const people = new People();
  let server: TestServer;
  let proxy: FaultyProxy;

  beforeEach(async () => {
    server = await startServer();
    proxy = await FaultyProxy.start(() => server.port);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    people.leave();
    await proxy.stop();
    await server.stop();
  });

  it.each(MODES)('[A15] [P1] catches up by %s as soon as it wakes, though everything that was open is dead without a sign', async (mode) => {
    const bob = await people.arrive(server.url, 'Bob', { mode: 'websocket' });
    const ann = await people.arrive(proxy.url, 'Ann', { mode, pollIntervalMs: 30_000 });
    proxy.set(blackHole(), 'open');
    const said = ['one', 'two', 'three'].map((body) => bob.post(LOBBY_ID, body).body);
    await until(bob, ({ outbox }) => outbox.length === 0, 'everything is said');
    expect(bodiesOf(ann)).toEqual([]);
    const { now } = Date;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + SLEPT_MS);
    const woke = performance.now();
    await until(ann, ({ status }) => bodiesOf(ann).length === said.length && status === 'in-sync', 'all of it, and in sync');
    expect(performance.now() - woke).toBeLessThan(CAUGHT_UP_WITHIN_MS);
    expect(bodiesOf(ann)).toEqual(said);
    proxy.cut();
    expect(await auditOf(ann)).toBe('match');
  });
});

/** Its request may be given a pooled connection that died in sleep; those are used up one by one. */
async function auditOf(client: ChatClient): Promise<string> {
  for (;;) {
    const outcome = await client.audit().then(
      (report) => report.outcome,
      () => undefined,
    );
    if (outcome) return outcome;
  }
}
