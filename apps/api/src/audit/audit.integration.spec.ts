import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { type AuditSum, type ChatEvent, EventDigest, type Frame, formatCursor, type Gap, LIMITS, MODES, parseCursor, PATHS, type Problem } from '@fourways/chat-core';
import { Guest } from '../../test/guest.js';
import { bodiesOf, messagesOf, People } from '../../test/people.js';
import { startServer, type TestServer } from '../../test/server.js';
import { until } from '../../test/until.js';

const people = new People();
let server: TestServer;
let ada: Guest;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '1000', RETENTION_EVENTS: '60' });
  ada = await Guest.signIn(server.url);
});
afterEach(() => people.leave());
afterAll(() => server.stop());

const ask = <T = AuditSum>(from: string, to: string, guest = ada) => guest.get<T>(`${PATHS.audit}?from=${from}&to=${to}`);
const head = async () => (await ada.snapshot()).cursor;

function sumOf(events: readonly ChatEvent[]): AuditSum {
  const digest = new EventDigest();
  for (const event of events) digest.add(event);
  return digest.sum;
}

/** The client has applied everything that the log holds now. */
async function caughtUp(client: ChatClient): Promise<void> {
  const end = await ada.saying(`mark ${Math.random()}`);
  await until(client, () => bodiesOf(client).includes(end.data.body), 'the newest message');
}

/** `fetch` through something on the way that takes events of a type out of the answers. */
function fetchWithout(type: ChatEvent['type']): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!String(input).includes(`${PATHS.poll}?`) || response.status !== 200) return response;
    const frame = (await response.json()) as Frame;
    return Response.json({ ...frame, events: frame.events.filter((event) => event.type !== type) }, { headers: response.headers });
  };
}

describe('the audit of a client', () => {
  it.each(MODES)('[Q1] [M1] agrees by %s after posts, edits, removals, joins and leaves, one own and of others', async (mode) => {
    const bob = await people.arrive(server.url, 'Bob', { mode });
    const [secret, open] = [await ada.createRoom(`secret ${mode}`, 'private'), await ada.createRoom(`open ${mode}`)];
    await ada.saying('not for Bob', secret);
    await until(bob, ({ timeline }) => timeline!.rooms.has(open), 'the new room');
    await ada.saying('before Bob', open);
    await bob.joinRoom(open);
    bob.post(open, 'one');
    await until(bob, ({ outbox }) => outbox.length === 0 && bodiesOf(bob, open).includes('one'), 'my message');
    await bob.edit(open, messagesOf(bob, open).at(-1)!.id, 'ONE');
    await bob.remove(open, messagesOf(bob, open).at(-1)!.id);
    await bob.leaveRoom(open);
    await ada.saying('after Bob', open);
    await bob.joinRoom(open);
    await caughtUp(bob);
    const report = await bob.audit();
    expect(report).toMatchObject({ outcome: 'match', mine: { count: expect.any(Number) } });
    // The room, two arrivals, a departure, a message with its edit and removal, and the mark: what was said without him is not among them.
    expect(report.mine.count).toBeGreaterThanOrEqual(8);
    expect(bob.getSnapshot().meters[mode].events).toBe(report.mine.count);
  });

  it('[Q1] [S1] agrees after switches of mode', async () => {
    const bob = await people.arrive(server.url, 'Bob', { mode: 'poll' });
    for (const mode of MODES) {
      await ada.saying(`to ${mode}`);
      await bob.use(mode);
    }
    await caughtUp(bob);
    expect(await bob.audit()).toMatchObject({ outcome: 'match' });
  });

  it('[Q1] differs when something on the way has swallowed an event, also one without a number in its room', async () => {
    const bob = await people.arrive(server.url, 'Bob', { mode: 'poll', fetch: fetchWithout('room.created') });
    await ada.createRoom('unheard of');
    await caughtUp(bob);
    const report = await bob.audit();
    expect(report).toMatchObject({ outcome: 'differs', servers: { count: report.mine.count + 1 } });
    expect(bob.getSnapshot().meters.poll.lost).toBe(0);
  });

  it('[Q1] [C3] is not possible once its beginning has been pruned', async () => {
    const bob = await people.arrive(server.url, 'Bob', { mode: 'websocket' });
    for (let i = 0; i < 70; i++) await ada.say(`old ${i}`);
    await caughtUp(bob);
    expect(await bob.audit()).toMatchObject({ outcome: 'match' });
    await server.prune();
    expect(await bob.audit()).toMatchObject({ outcome: 'gap', reason: 'expired', mine: { count: expect.any(Number) } });
  });

  it('[Q1] begins again with a new snapshot', async () => {
    const bob = await people.arrive(server.url, 'Bob', { mode: 'poll' });
    bob.close();
    for (let i = 0; i < 70; i++) await ada.say(`missed ${i}`);
    await server.prune();
    await bob.start();
    await caughtUp(bob);
    expect(bob.getSnapshot().meters.poll.gaps).toBe(1);
    expect(await bob.audit()).toMatchObject({ outcome: 'match', mine: { count: 1 } });
  });

  it('[Q1] cannot be asked for before anything was received', async () => {
    await expect(people.client(server.url).audit()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('GET /api/audit', () => {
  it('[Q1] sums what polling brings, after `from` and up to `to`', async () => {
    const from = await head();
    for (const text of ['one', 'two', 'three']) await ada.saying(text);
    const events = (await ada.readOn(from)).flatMap((frame) => frame.events);
    expect(events).toHaveLength(3);
    const { epoch } = parseCursor(from);
    const to = formatCursor(epoch, events[1]!.seq);
    const { status, headers, body } = await ask(from, to);
    expect({ status, body }).toEqual({ status: 200, body: sumOf(events.slice(0, 2)) });
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await ask(to, await head())).body).toEqual(sumOf(events.slice(2)));
    expect((await ask(to, to)).body).toEqual(sumOf([]));
  });

  it('[Q1] [R4] tells each what she herself may see', async () => {
    const from = await head();
    const bob = await Guest.signIn(server.url, 'Bob');
    const room = await ada.createRoom('hers', 'private');
    await ada.saying('to myself', room);
    const to = await head();
    for (const guest of [ada, bob]) {
      const events = (await guest.readOn(from)).flatMap((frame) => frame.events);
      expect((await ask(from, to, guest)).body).toEqual(sumOf(events));
    }
    expect((await ask(from, to, bob)).body).not.toEqual((await ask(from, to)).body);
  });

  it.each([
    ['from', 'nonsense'],
    ['to', 'nonsense'],
    ['from', 'beyond any log'],
  ])('[C2] refuses a `%s` that is %s', async (name, what) => {
    const here = await head();
    const malformed = what === 'nonsense' ? what : `${parseCursor(here).epoch}.zzzzzzzzzzz`;
    const [from, to] = name === 'from' ? [malformed, here] : [here, malformed];
    const { status, body } = await ask<Problem>(from, to);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'bad_cursor' });
    expect(new Set(body.issues!.map(({ path }) => path))).toEqual(new Set([name]));
  });

  it('[X1] refuses a `from` that is later than `to`', async () => {
    const earlier = await head();
    await ada.saying('later');
    const { status, body } = await ask<Problem>(await head(), earlier);
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });

  it('[C3] answers with the gap what cannot be read', async () => {
    const { epoch, seq } = parseCursor(await head());
    const here = formatCursor(epoch, seq);
    const gapOf = async (from: string, to: string) => {
      const { status, body } = await ask<{ gap: Gap }>(from, to);
      expect(status).toBe(410);
      return body.gap;
    };
    expect(await gapOf(formatCursor('otherlog', 1), here)).toEqual({ reason: 'epoch', head: here });
    expect(await gapOf(here, formatCursor('otherlog', seq))).toEqual({ reason: 'epoch', head: here });
    expect(await gapOf(here, formatCursor(epoch, seq + 1))).toEqual({ reason: 'future', head: here });
    expect(await gapOf(here, formatCursor(epoch, seq + 2 * LIMITS.auditEvents))).toMatchObject({ reason: 'future' });
    expect(await gapOf(formatCursor(epoch, 0), here)).toMatchObject({ reason: 'expired' });
  });

  it('[K1] asks for a session', async () => {
    expect((await fetch(`${server.url}${PATHS.audit}`)).status).toBe(401);
  });
});
