import { setTimeout as pause } from 'node:timers/promises';
import type { ChatClient, ChatView } from '@fourways/chat-client';
import { type Mode, type ModeChoice, MODES, TIMING } from '@fourways/chat-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FaultyProxy } from '../faulty-proxy.js';
import { Guest } from '../guest.js';
import { bodiesOf, LOBBY_ID, People } from '../people.js';
import { refuseUpgrades } from '../proxy/faults.js';
import { Seeded } from '../seeded.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';
import { Tab } from './tab.js';
import { TinyLocks } from './tiny-locks.js';

jest.setTimeout(40_000);

/** As much as one connection needs: one, and another while it is handed over. */
const LIMITS = { CONNECTIONS_PER_USER: '2', MESSAGES_PER_SECOND: '1000' };
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Within this time of one another, a mode is chosen and the lead goes round. */
const AT_ONCE_MS = 40;
const TAKEOVER_MS = TIMING.tabTakeoverMs;
/** The mode sse in Node goes over fetch, which pools connections: what counts is who has opened a stream. */
const isOpen = (client: ChatClient, mode: Mode) => client.getSnapshot().meters[mode].requests > 0;

describe('tabs of one person', () => {
  const people = new People();
  let server: TestServer;
  let bob: ChatClient;
  let clients: ChatClient[];
  let tabs: Tab[];
  /** For more connections at once than a person has as a rule. */
  let many: TestServer | undefined;

  beforeAll(async () => {
    server = await startServer(LIMITS);
  });

  afterEach(async () => {
    people.leave();
    await many?.stop();
    many = undefined;
  });

  afterAll(() => server.stop());

  async function openTabs(count: number, mode: ModeChoice, url = server.url): Promise<void> {
    const { cookie } = await Guest.signIn(url, 'Ann');
    const locks = new TinyLocks();
    bob = await people.arrive(url, 'Bob', { mode: 'websocket' });
    clients = [];
    tabs = [];
    for (let n = 0; n < count; n++) {
      tabs.push(new Tab(locks));
      clients.push(people.client(url, { mode, cookie, tabs: tabs[n]! }));
      await clients[n]!.start();
    }
  }

  const hear = (client: ChatClient, bodies: string[], withinMs = 10_000) =>
    until(client, () => bodies.every((body) => bodiesOf(client).filter((each) => each === body).length === 1), `${bodies.join()} once`, withinMs);

  it.each(MODES)('[A13][Y1] seven tabs are live by %s over one connection', async (mode) => {
    await openTabs(7, mode);
    expect(clients.map((client) => isOpen(client, mode))).toEqual([true, false, false, false, false, false, false]);
    expect(clients.map((client) => client.getSnapshot().follows)).toEqual([false, true, true, true, true, true, true]);
    bob.post(LOBBY_ID, `to all by ${mode}`);
    clients[3]!.post(LOBBY_ID, `from a follower by ${mode}`);
    for (const client of clients) await hear(client, [`to all by ${mode}`, `from a follower by ${mode}`]);
    for (const client of clients) expect((await client.audit()).outcome).toBe('match');
  });

  it.each(MODES)('[A14][Y2] when the leading tab is closed, another takes over by %s, and nothing is lost', async (mode) => {
    await openTabs(3, mode);
    const spoken = speak(20);
    clients[0]!.close();
    await until(clients[1]!, ({ follows, status }) => !follows && status === 'in-sync', 'the second tab leads', TAKEOVER_MS);
    const bodies = await spoken;
    for (const client of clients.slice(1)) await hear(client, bodies);
    expect(isOpen(clients[2]!, mode)).toBe(false);
  });

  it.each(MODES)('[A14][Y2] when the leading tab hangs, another takes over by %s, and nothing is lost', async (mode) => {
    await openTabs(3, mode);
    tabs[0]!.freeze();
    const hungAt = Date.now();
    const spoken = speak(20);
    await Promise.any(clients.slice(1).map((client) => until(client, ({ follows }) => !follows, 'another tab leads', TAKEOVER_MS)));
    const bodies = await spoken;
    for (const client of clients.slice(1)) await hear(client, bodies);
    expect(Date.now() - hungAt).toBeLessThan(20_000);
    tabs[0]!.freeze(false);
    for (const client of clients) await until(client, ({ status }) => status === 'in-sync', 'all in sync');
    expect(clients.filter((client) => !client.getSnapshot().follows)).toHaveLength(1);
    await hear(clients[0]!, bodies);
  });

  it('[A14][Y2] a tab that is looked at relieves a leading one that is hidden, and nothing is lost', async () => {
    await openTabs(2, 'sse');
    tabs[0]!.hide();
    const spoken = speak(20);
    await until(clients[1]!, ({ follows, status }) => !follows && status === 'in-sync', 'the visible tab leads', TAKEOVER_MS + 1_000);
    await until(clients[0]!, ({ follows, status }) => follows && status === 'in-sync', 'the hidden one follows');
    const bodies = await spoken;
    for (const client of clients) await hear(client, bodies);
  });

  it('[Y2] hidden tabs leave a hidden leader alone', async () => {
    await openTabs(2, 'sse');
    for (const tab of tabs) tab.hide();
    await pause(TAKEOVER_MS);
    expect(clients.map((client) => client.getSnapshot().follows)).toEqual([false, true]);
  });

  it('[Y3][S1] a mode chosen in any tab is the mode of all', async () => {
    await openTabs(3, 'sse');
    for (const mode of ['websocket', 'poll', 'long-poll'] as const) {
      expect(await clients[2]!.use(mode)).toMatchObject({ outcome: 'switched', to: mode });
      for (const client of clients) await until(client, (view) => view.mode === mode && view.status === 'in-sync', `${mode} everywhere`);
      bob.post(LOBBY_ID, `chosen ${mode}`);
      for (const client of clients) await hear(client, [`chosen ${mode}`]);
      expect(clients.map((client) => isOpen(client, mode))).toEqual([true, false, false]);
    }
  });

  it('[Y1][U1] a mode that does not work any more is left in all tabs, and each says that nobody chose it', async () => {
    const proxy = await FaultyProxy.start(() => server.port);
    await openTabs(2, 'auto', proxy.url);
    for (const client of clients) await until(client, ({ mode, status }) => mode === 'websocket' && status === 'in-sync', 'websocket everywhere');
    proxy.set(refuseUpgrades(), 'new');
    proxy.cut();
    for (const client of clients) await until(client, ({ mode, status }) => mode === 'sse' && status === 'in-sync', 'sse everywhere', 20_000);
    expect(clients.map((client) => client.getSnapshot().follows)).toEqual([false, true]);
    expect(clients.map((client) => client.getSnapshot().lastSwitch)).toEqual([0, 1].map(() => expect.objectContaining({ to: 'sse', cause: 'fallback' })));
    await proxy.stop();
  });

  it('[Y3] a mode chosen while the lead goes to another tab is the mode of all', async () => {
    await openTabs(3, 'sse');
    const choosing = clients[2]!.use('websocket');
    await until(clients[0]!, ({ switchingTo }) => switchingTo === 'websocket', 'the leading one tries it');
    await passLeadOn();
    expect(await choosing).toMatchObject({ outcome: 'switched', to: 'websocket' });
    for (const client of clients) await until(client, (view) => view.mode === 'websocket' && view.status === 'in-sync', 'websocket everywhere');
    expect(clients.map((client) => client.getSnapshot().follows)).toEqual([true, false, true]);
  });

  it(`[Y3] modes and poll intervals chosen while the lead goes round are those of all (seed ${SEED})`, async () => {
    many = await startServer({ ...LIMITS, CONNECTIONS_PER_USER: '20' });
    await openTabs(4, 'sse', many.url);
    const random = new Seeded(SEED);
    for (let round = 0; round < 60; round++) {
      const mode = random.pick(MODES.filter((each) => each !== clients[0]!.getSnapshot().mode))!;
      const thefts = Array.from({ length: 1 + random.below(3) }, () => pause(random.below(AT_ONCE_MS)).then(passLeadOn));
      const intervalMs = 1_000 + round;
      const setting = pause(random.below(AT_ONCE_MS)).then(() => random.pick(clients)!.setPollInterval(intervalMs));
      await pause(random.below(AT_ONCE_MS));
      expect(await random.pick(clients)!.use(mode)).toMatchObject({ outcome: 'switched', to: mode });
      await Promise.all([...thefts, setting]);
      const all = ({ choice, pollIntervalMs, ...view }: ChatView) => choice === mode && pollIntervalMs === intervalMs && view.mode === mode && view.status === 'in-sync';
      for (const client of clients) await until(client, all, `round ${round}: ${mode} each ${intervalMs} ms everywhere`);
    }
  });

  it('[Y2][Y3] a mode chosen in a tab that then takes over from one that hangs is its mode at once', async () => {
    await openTabs(2, 'sse');
    tabs[0]!.freeze();
    const askedAt = performance.now();
    expect(await clients[1]!.use('websocket')).toMatchObject({ outcome: 'switched' });
    expect(performance.now() - askedAt).toBeLessThan(TAKEOVER_MS);
    await until(clients[1]!, ({ mode, status, follows }) => mode === 'websocket' && status === 'in-sync' && !follows, 'leads by websocket');
  });

  it('[Y1] the others come through a cut and a restart with the leading tab', async () => {
    await openTabs(3, 'websocket');
    await server.restart();
    for (const client of clients) await until(client, ({ status }) => status !== 'in-sync', 'the server is away').catch(() => undefined);
    bob.post(LOBBY_ID, 'after the restart');
    for (const client of clients) await hear(client, ['after the restart'], 20_000);
    for (const client of clients) await until(client, ({ status }) => status === 'in-sync', 'all in sync');
    expect(clients.filter((client) => !client.getSnapshot().follows)).toHaveLength(1);
  });

  it('[Y1][K1] who is signed out in one tab is so in all, and none stays behind waiting for another', async () => {
    await openTabs(4, 'sse');
    await clients[2]!.signOut();
    for (const client of clients) await until(client, ({ status }) => status === 'signed-out', 'signed out');
  });

  it('[Y1][Y3] a tab that follows a polling one has it ask at once, and sets its interval', async () => {
    await openTabs(2, 'poll');
    clients[1]!.setPollInterval(20_000);
    await until(clients[0]!, ({ pollIntervalMs }) => pollIntervalMs === 20_000, 'the interval is that of all');
    clients[1]!.post(LOBBY_ID, 'mine at once');
    await hear(clients[1]!, ['mine at once'], 2_000);
    await until(clients[1]!, ({ outbox }) => outbox.length === 0, 'the echo has become the message', 2_000);
    expect(clients[1]!.getSnapshot().pollIntervalMs).toBe(20_000);
  });

  it('[Y3] a poll interval set in the moment in which the lead goes to another tab is that of all', async () => {
    await openTabs(3, 'poll');
    for (const [setter, ms] of [[0, 5_000], [2, 6_000], [1, 7_000]] as const) {
      const passing = passLeadOn();
      clients[setter]!.setPollInterval(ms);
      await passing;
      for (const client of clients) await until(client, ({ pollIntervalMs }) => pollIntervalMs === ms, `${ms} everywhere`);
    }
  });

  it('[Y1] two people in one browser do not hear one another', async () => {
    await openTabs(1, 'sse');
    const carol = await people.arrive(server.url, 'Carol', { mode: 'sse', tabs: new Tab(tabs[0]!.locks) });
    expect(carol.getSnapshot()).toMatchObject({ status: 'in-sync' });
    expect(clients[0]!.getSnapshot().status).toBe('in-sync');
  });

  /** To the tab that has waited longest. */
  async function passLeadOn(): Promise<void> {
    const { me } = clients[0]!.getSnapshot().timeline!;
    await tabs[0]!.locks.request(`fourways.1.${me.id}`, { steal: true }, () => undefined);
  }

  async function speak(count: number): Promise<string[]> {
    const bodies = Array.from({ length: count }, (_, n) => `word ${n} of ${Math.random()}`);
    for (const body of bodies) {
      bob.post(LOBBY_ID, body);
      await pause(100);
    }
    return bodies;
  }
});
