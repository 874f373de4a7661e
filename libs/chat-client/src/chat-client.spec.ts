import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChatClient } from './chat-client.js';
import { messagesWithEcho } from './messages-with-echo.js';
import { ROOM_ID } from './testing/scripted-transport.js';
import { TinyServer } from './testing/tiny-server.js';

describe('ChatClient', () => {
  let server: TinyServer;
  let client: ChatClient;

  async function pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  async function started(): Promise<void> {
    await client.signIn('Ada');
    const ready = client.start();
    await pass(0);
    await ready;
  }

  const shown = () => messagesWithEcho(client.getSnapshot(), ROOM_ID).map((each) => ('echo' in each ? `${each.body} (${each.echo.state})` : each.body));

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    server = new TinyServer();
    client = new ChatClient({ baseUrl: 'http://here', mode: 'poll', fetch: server.fetch, random: () => 0.5 });
  });
  afterEach(async () => {
    client.close();
    await pass(0);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[K1] keeps the session of signing in, and resolves start() when in sync', async () => {
    expect(client.getSnapshot()).toMatchObject({ status: 'idle', timeline: null });
    await started();
    expect(client.getSnapshot()).toMatchObject({ status: 'in-sync', problem: null, mode: 'poll' });
    expect(client.getSnapshot().timeline?.me.name).toBe('Ada');
    expect(server.requests).toEqual(['POST /api/session', 'GET /api/snapshot', 'GET /api/poll']);
  });

  it('[K1] rejects start() without a session, and says signed-out', async () => {
    const ready = client.start();
    await pass(0);
    await expect(ready).rejects.toMatchObject({ code: 'no_session' });
    expect(client.getSnapshot()).toMatchObject({ status: 'signed-out', problem: { code: 'no_session' } });
  });

  it('[ux A1][ux A2][ux A6] shows what I post at once and under the same key when it has arrived, in order', async () => {
    await started();
    const first = client.post(ROOM_ID, 'one');
    client.post(ROOM_ID, 'two');
    expect(shown()).toEqual(['one (sending)', 'two (queued)']);
    await pass(0);
    await pass(0);
    expect(shown()).toEqual(['one', 'two']);
    expect(messagesWithEcho(client.getSnapshot(), ROOM_ID)[0]!.clientMsgId).toBe(first.clientMsgId);
    expect(client.getSnapshot().outbox).toEqual([]);
  });

  it('polls at once after an own command instead of waiting for the interval', async () => {
    await started();
    client.post(ROOM_ID, 'one');
    await pass(0);
    expect(server.requests.slice(3)).toEqual([`POST /api/rooms/${ROOM_ID}/messages`, 'GET /api/poll']);
  });

  it('keeps what is typed offline, says so, and sends it in order afterwards (A7)', async () => {
    await started();
    server.failure = new TypeError('fetch failed');
    await pass(2_000);
    expect(client.getSnapshot().status).toBe('connecting');
    for (const body of ['one', 'two']) client.post(ROOM_ID, body);
    await pass(6_000);
    expect(client.getSnapshot()).toMatchObject({ status: 'offline', problem: { code: 'unreachable' } });
    expect(client.getSnapshot().nextAttemptTs).toBeGreaterThan(Date.now() - 1_000);
    expect(shown()).toEqual(['one (queued)', 'two (queued)']);
    server.failure = null;
    await pass(20_000);
    await pass(2_000);
    expect([client.getSnapshot().status, shown()]).toEqual(['in-sync', ['one', 'two']]);
  });

  it('keeps the text of a refused message, with the reason, until it is taken back (A5)', async () => {
    await started();
    const { clientMsgId } = client.post(ROOM_ID, 'forbidden');
    await pass(0);
    expect(shown()).toEqual(['forbidden (failed)']);
    expect(client.getSnapshot().outbox[0]!.error?.code).toBe('not_a_member');
    expect(client.cancel(clientMsgId)?.body).toBe('forbidden');
    expect(shown()).toEqual([]);
  });

  it('announces many changes of one turn once, and keeps the identity of what did not change', async () => {
    await started();
    const before = client.getSnapshot();
    let told = 0;
    client.subscribe(() => told++);
    for (const body of ['one', 'two', 'three']) client.post(ROOM_ID, body);
    await Promise.resolve();
    expect(told).toBe(1);
    expect(client.getSnapshot().timeline).toBe(before.timeline);
    expect(client.getSnapshot().meters.sse).toBe(before.meters.sse);
    await pass(2_000);
  });

  it('tells that I type at most once per 3 s, and once when I stop (D9)', async () => {
    await started();
    const typed = () => server.requests.filter((request) => request.endsWith('/typing')).length;
    for (let i = 0; i < 5; i++) client.setTyping(ROOM_ID, true);
    expect(typed()).toBe(1);
    await pass(3_000);
    client.setTyping(ROOM_ID, true);
    client.setTyping(ROOM_ID, false);
    client.setTyping(ROOM_ID, false);
    expect(typed()).toBe(3);
  });

  it('goes on from its cursor after close() and start()', async () => {
    await started();
    client.close();
    expect(client.getSnapshot().status).toBe('closed');
    await started();
    expect(server.requests.filter((request) => request.includes('snapshot'))).toHaveLength(1);
  });

  it('forgets everything when signing out', async () => {
    await started();
    client.post(ROOM_ID, 'one');
    await client.signOut();
    expect(client.getSnapshot()).toMatchObject({ status: 'signed-out', timeline: null, outbox: [], presence: [] });
    await pass(5_000);
  });
});
