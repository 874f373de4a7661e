import { performance } from 'node:perf_hooks';
import type { ChatClient } from '@fourways/chat-client';
import type { Mode } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FaultyProxy } from '../faulty-proxy.js';
import { bodiesOf, LOBBY_ID, People } from '../people.js';
import { blackHole, both, bufferStreams, muteUpgraded, refuseUpgrades } from '../proxy/faults.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';

jest.setTimeout(60_000);

const SAID = /^said \d+$/;

describe('auto mode', () => {
  const people = new People();
  let server: TestServer;
  let proxy: FaultyProxy;
  let bob: ChatClient;
  let talk: ReturnType<typeof setInterval>;
  let said: string[];

  /** Bob, who is not behind the proxy, talks all the time. */
  beforeEach(async () => {
    server = await startServer({ MESSAGES_PER_SECOND: '1000' });
    proxy = await FaultyProxy.start(() => server.port);
    bob = await people.arrive(server.url, 'Bob', { mode: 'websocket' });
    said = [];
    talk = setInterval(() => void said.push(bob.post(LOBBY_ID, `said ${said.length}`).body), 100);
  });

  afterEach(async () => {
    clearInterval(talk);
    people.leave();
    await proxy.stop();
    await server.stop();
  });

  /** Ann begins behind the proxy; resolves with how long it took until she was in sync in `mode`, in ms. */
  async function begins(ann: ChatClient, mode: Mode): Promise<number> {
    const since = performance.now();
    await ann.signIn('Ann');
    void ann.start();
    await until(ann, (view) => view.mode === mode && view.status === 'in-sync', `in sync by ${mode}`, 20_000);
    return performance.now() - since;
  }

  async function hearsAll(ann: ChatClient): Promise<void> {
    clearInterval(talk);
    await until(bob, ({ outbox }) => outbox.length === 0, 'everything is said');
    const heard = () => bodiesOf(ann).filter((body) => SAID.test(body));
    await until(ann, () => heard().at(-1) === said.at(-1), 'the last word');
    expect(bodiesOf(bob).filter((body) => SAID.test(body))).toEqual(said);
    expect(heard()).toEqual(said.slice(-heard().length));
    expect((await ann.audit()).outcome).toBe('match');
  }

  const setbacks = (client: ChatClient) => client.getSnapshot().setbacks.map(({ mode, reason }) => `${mode} ${reason}`);

  it('[A11][U1] a WebSocket that is mute after its upgrade is left within 6 s', async () => {
    proxy.set(muteUpgraded());
    const ann = people.client(proxy.url);
    expect(await begins(ann, 'sse')).toBeLessThan(6_000);
    expect(setbacks(ann)).toEqual(['websocket silent']);
    await hearsAll(ann);
  });

  it('[A11][U1] a WebSocket that is refused is left within 6 s', async () => {
    proxy.set(refuseUpgrades());
    const ann = people.client(proxy.url);
    expect(await begins(ann, 'sse')).toBeLessThan(6_000);
    expect(setbacks(ann)).toEqual(['websocket refused']);
    await hearsAll(ann);
  });

  it('[A11][U1] a WebSocket that is blocked in the middle of a conversation is left within 6 s of its end', async () => {
    const ann = people.client(proxy.url);
    await begins(ann, 'websocket');
    proxy.set(muteUpgraded(), 'new');
    proxy.cut();
    const since = performance.now();
    await until(ann, ({ mode, status }) => mode === 'sse' && status === 'in-sync', 'in sync by sse');
    expect(performance.now() - since).toBeLessThan(6_500);
    await hearsAll(ann);
  });

  it('[A11][U3] it is back on the WebSocket at once when the network has changed', async () => {
    proxy.set(muteUpgraded());
    const ann = people.client(proxy.url);
    await begins(ann, 'sse');
    proxy.set(null, 'new');
    sleepOver(ann);
    await until(ann, ({ mode, status }) => mode === 'websocket' && status === 'in-sync', 'in sync by websocket', 40_000);
    expect(ann.getSnapshot()).toMatchObject({ setbacks: [], lastSwitch: { cause: 'recovery', lost: 0 } });
    await hearsAll(ann);
  });

  it('[A12][U1] an event stream that a proxy buffers is named within 10 s, and the polls go on', async () => {
    proxy.set(both(muteUpgraded(), bufferStreams()));
    const ann = people.client(proxy.url);
    await begins(ann, 'long-poll');
    expect(setbacks(ann)).toEqual(['websocket silent', 'sse silent']);
    const [websocket, sse] = ann.getSnapshot().setbacks;
    expect(sse!.at - websocket!.at).toBeLessThan(10_000);
    await hearsAll(ann);
  });

  it('[A12][U4] in SSE chosen by hand it is named, another mode is offered, and nothing changes by itself', async () => {
    proxy.set(bufferStreams());
    const ann = people.client(proxy.url, { mode: 'sse' });
    await ann.signIn('Ann');
    void ann.start().catch(() => undefined);
    await until(ann, ({ offer }) => offer !== null, 'an offer', 10_000);
    expect(ann.getSnapshot()).toMatchObject({ mode: 'sse', choice: 'sse', offer: 'websocket' });
    expect(setbacks(ann)).toEqual(['sse silent']);
    expect(await ann.use('websocket')).toMatchObject({ outcome: 'switched' });
    await until(ann, ({ mode, status }) => mode === 'websocket' && status === 'in-sync', 'in sync by websocket');
    await hearsAll(ann);
  });

  it('[U1] no mode is blamed while nothing at all comes through', async () => {
    const ann = people.client(proxy.url);
    await begins(ann, 'websocket');
    proxy.set(blackHole());
    proxy.cut();
    await until(ann, ({ status }) => status === 'offline', 'offline', 20_000);
    expect(ann.getSnapshot()).toMatchObject({ mode: 'websocket', setbacks: [] });
    proxy.set(null, 'new');
    await until(ann, ({ mode, status }) => mode === 'websocket' && status === 'in-sync', 'in sync again', 30_000);
    await hearsAll(ann);
  });
});

/** The clock jumps as after the sleep of a machine, which may have woken up elsewhere. */
function sleepOver(client: ChatClient): void {
  const { now } = Date;
  const jump = jest.spyOn(Date, 'now').mockImplementation(() => now() + 600_000);
  void until(client, ({ status }) => status === 'catching-up', 'it has noticed').finally(() => jump.mockRestore());
}
