import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ack, type CommandAnswer, type HistoryPage, LIMITS, type Message, PATHS } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest, messagesOf, type Refusal } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Database } from '../database/database.js';
import { Retention } from '../log/retention.js';
import { LOBBY } from '../session/lobby.js';

let server: TestServer;
let ada: Guest;
let bob: Guest;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '1000' });
  [ada, bob] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
});
afterAll(() => server.stop());

const at = (messageId: string, room = LOBBY.id) => `${messagesOf(room)}/${messageId}`;
const edit = (guest: Guest, messageId: string, body: string) => guest.request<Ack>('PATCH', at(messageId), { body: { body } });
const remove = (guest: Guest, messageId: string) => guest.request<Ack>('DELETE', at(messageId));
const rowsOf = (clientMsgId: string) => server.app.get(Database).reader.message.count({ where: { clientMsgId } });

async function find(messageId: string): Promise<Message | undefined> {
  const { body } = await ada.get<HistoryPage>(`${messagesOf(LOBBY.id)}?limit=100`);
  return body.messages.find(({ id }) => id === messageId);
}

describe('posting', () => {
  it('[W3] the same again is answered with the first answer, and stored once', async () => {
    const clientMsgId = v7();
    const first = await ada.say('hello', { clientMsgId });
    const again = await ada.say('hello', { clientMsgId });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.body).not.toHaveProperty('duplicate');
    expect(again.body).toMatchObject({ duplicate: true, event: first.body.event });
    expect(await rowsOf(clientMsgId)).toBe(1);
  });

  it('[W3] something else under the same id is refused, in another room as well', async () => {
    const clientMsgId = v7();
    await ada.say('hello', { clientMsgId });
    expect(await ada.say('goodbye', { clientMsgId })).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
    const room = await ada.createRoom('another');
    expect(await ada.say('hello', { clientMsgId, room })).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
  });

  it('[W3] the id is the author’s own: another person may use the same', async () => {
    const clientMsgId = v7();
    expect((await ada.say('hello', { clientMsgId })).status).toBe(201);
    expect((await bob.say('hello', { clientMsgId })).status).toBe(201);
  });

  it('[A9] [W3] twenty at once, over HTTP and WebSocket, are one message and one answer', async () => {
    const clientMsgId = v7();
    const { cursor } = await ada.snapshot();
    const socket = ada.socket({ cursor, conn: v7(), v: 1 });
    const command = { name: 'message.post', data: { roomId: LOBBY.id, clientMsgId, body: 'once' } };
    const overHttp = Array.from({ length: 10 }, async () => (await ada.say('once', { clientMsgId })).body);
    const overSocket = Array.from({ length: 10 }, async () => {
      const answer = (await socket.timeout(5_000).emitWithAck('cmd', command)) as CommandAnswer;
      return answer.ok ? answer.result! : Promise.reject(new Error(answer.problem.code));
    });
    const acks = await Promise.all([...overHttp, ...overSocket]);
    socket.close();
    expect(new Set(acks.map(({ event }) => event?.id)).size).toBe(1);
    expect(acks.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await rowsOf(clientMsgId)).toBe(1);
    const told = (await bob.readOn(cursor)).flatMap(({ events }) => events).filter((event) => event.clientMsgId === clientMsgId);
    expect(told).toHaveLength(1);
  });

  it('[W3] the first answer is still given after an edit, a removal, leaving the room, a restart and pruning', async () => {
    const room = await ada.createRoom('short stay');
    const clientMsgId = v7();
    const first = await ada.say('as it was', { clientMsgId, room });
    const again = () => ada.say('as it was', { clientMsgId, room });
    const { messageId } = (first.body.event as { data: { messageId: string } }).data;
    const expected = { status: 200, body: { duplicate: true, event: first.body.event } };
    await ada.request('PATCH', at(messageId, room), { body: { body: 'as it is' } });
    expect(await again()).toMatchObject(expected);
    await ada.leave(room);
    expect(await again()).toMatchObject(expected);
    await server.restart();
    await server.app.get(Retention).prune(Date.now() + 48 * 3_600_000);
    expect(await again()).toMatchObject(expected);
    await ada.join(room);
    await ada.request('DELETE', at(messageId, room));
    expect(await again()).toMatchObject(expected);
    expect((await ada.say('as it is', { clientMsgId, room })).status).toBe(409);
  });

  it('[G8] what was acknowledged is there after the server has ended', async () => {
    const { data } = await ada.saying('remember me');
    await server.restart();
    expect(await find(data.messageId)).toMatchObject({ body: 'remember me' });
  });

  it('[X1] keeps texts as they were typed', async () => {
    const bodies = ["Robert'); DROP TABLE Message;--", '<script>alert(1)</script>', ' 👩‍👩‍👧 \u202e \u200b\n\ttab ', '{"json":true}', '𝒳'.repeat(100), 'x'.repeat(LIMITS.bodyChars)];
    for (const body of bodies) {
      const { data } = await ada.saying(body);
      expect(data.body).toBe(body);
      expect((await find(data.messageId))?.body).toBe(body);
    }
  });
});

describe('changing', () => {
  it('[W6] the author edits, everyone is told, and history shows it', async () => {
    const { cursor } = await bob.snapshot();
    const { data, seq } = await ada.saying('hallo');
    const answer = await edit(ada, data.messageId, 'hello');
    expect(answer).toMatchObject({ status: 200, body: { event: { type: 'message.edited', data: { messageId: data.messageId, body: 'hello' } } } });
    expect((await bob.readOn(cursor)).flatMap(({ events }) => events).at(-1)).toEqual(answer.body.event);
    expect(await find(data.messageId)).toMatchObject({ seq, body: 'hello', editedTs: answer.body.event!.ts, updatedSeq: answer.body.event!.seq });
  });

  it('[W6] editing into the same text changes nothing', async () => {
    const { data } = await ada.saying('hello');
    expect((await edit(ada, data.messageId, 'hello')).body).toMatchObject({ event: null, duplicate: true });
    expect(await find(data.messageId)).not.toHaveProperty('editedTs');
  });

  it('[W6] what is removed stays as a tombstone without its text, wherever one looks', async () => {
    const { data } = await ada.saying('a secret');
    await edit(ada, data.messageId, 'a secret indeed');
    expect(await remove(ada, data.messageId)).toMatchObject({ status: 200, body: { event: { type: 'message.removed' } } });
    const tombstone = await find(data.messageId);
    expect(tombstone).toMatchObject({ body: '', removed: true });
    expect(tombstone).not.toHaveProperty('editedTs');
    expect((await remove(ada, data.messageId)).body).toMatchObject({ event: null, duplicate: true });
    expect((await edit(ada, data.messageId, 'back')).status).toBe(410);
    const lobby = (await bob.snapshot()).rooms.find(({ room }) => room.id === LOBBY.id);
    expect(lobby?.messages.find(({ id }) => id === data.messageId)).toEqual(tombstone);
    const row = await server.app.get(Database).reader.message.findUnique({ where: { id: data.messageId } });
    expect(row?.body).toBe('');
  });

  it('[W6] what is removed said nothing for those who read the log later, from memory or from disk', async () => {
    const { cursor } = await bob.snapshot();
    const { attachmentId } = (await ada.upload('secret-name.txt', 'x')).body;
    const posted = await ada.post(messagesOf(LOBBY.id), { clientMsgId: v7(), body: 'secret one', attachments: [{ attachmentId, alt: 'secret alt' }] });
    const messageId = posted.body.event!.id;
    await edit(ada, messageId, 'secret two');
    await ada.saying('no secret');
    const past = async () => JSON.stringify((await bob.readOn(cursor)).flatMap(({ events }) => events));
    expect((await past()).match(/secret one|secret two|secret-name|secret alt/g)).toHaveLength(4);
    await remove(ada, messageId);
    for (const look of ['memory', 'disk']) {
      const told = await past();
      expect([look, told.match(/secret (one|two|alt)|secret-name/)]).toEqual([look, null]);
      expect(told).toContain('no secret');
      expect(told.split(messageId).length - 1).toBeGreaterThanOrEqual(4);
      if (look === 'memory') await server.restart();
    }
    const plan = await server.app.get(Database).reader.$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN SELECT 1 FROM "Event" WHERE "type" = 'message.edited' AND json_extract("payload", '$.messageId') IN (SELECT "value" FROM json_each('[]'))`,
    );
    expect(plan.map(({ detail }) => detail).join()).toContain('Event_edited_idx');
  });

  it('[W6] nobody else may', async () => {
    const { data } = await ada.saying('mine');
    for (const answer of [await edit(bob, data.messageId, 'his'), await remove(bob, data.messageId)]) expect(answer.status).toBe(403);
    expect(await find(data.messageId)).toMatchObject({ body: 'mine' });
  });

  it('[W6] of edits and a removal that come at once, the removal is what stays', async () => {
    const { data } = await ada.saying('torn');
    const answers = await Promise.all([edit(ada, data.messageId, 'a'), remove(ada, data.messageId), edit(ada, data.messageId, 'b')]);
    for (const { status } of answers) expect([200, 410]).toContain(status);
    expect(await find(data.messageId)).toMatchObject({ body: '', removed: true });
  });
});

describe('history', () => {
  let room: string;
  const bodies = Array.from({ length: 25 }, (_, i) => `message ${i}`);
  beforeAll(async () => {
    room = await ada.createRoom('history');
    for (const body of bodies) await ada.saying(body, room);
  });

  const page = async (query: string) => (await ada.get<HistoryPage>(`${messagesOf(room)}?${query}`)).body;
  const texts = ({ messages }: HistoryPage) => messages.map(({ body }) => body);

  it('[H1] begins with the newest, in the order of the timeline', async () => {
    const { messages, hasMore } = await page('limit=10');
    expect([messages.map(({ body }) => body), hasMore]).toEqual([bodies.slice(-10), true]);
    const roomSeqs = messages.map(({ roomSeq }) => roomSeq);
    expect(roomSeqs).toEqual([...roomSeqs].sort((a, b) => a - b));
  });

  it.each([1, 7, 25, 100])('[H1] pages of %i, walked backwards and forwards, join without hole or repeat', async (limit) => {
    const back: HistoryPage[] = [];
    do back.unshift(await page(`limit=${limit}&before=${back[0]?.messages[0]?.roomSeq ?? 1_000_000}`));
    while (back[0]!.hasMore);
    expect(back.flatMap(texts)).toEqual(bodies);
    const forth: HistoryPage[] = [];
    do forth.push(await page(`limit=${limit}&after=${forth.at(-1)?.messages.at(-1)?.roomSeq ?? 0}`));
    while (forth.at(-1)!.hasMore);
    expect(forth.flatMap(texts)).toEqual(bodies);
  });

  it('[H1] between two places gives what lies between, from the older on', async () => {
    const all = (await page('limit=100')).messages;
    const between = await page(`after=${all[3]!.roomSeq}&before=${all[9]!.roomSeq}`);
    expect([texts(between), between.hasMore]).toEqual([bodies.slice(4, 9), false]);
    expect(texts(await page(`after=${all[24]!.roomSeq}`))).toEqual([]);
    expect(texts(await page('before=0'))).toEqual([]);
  });

  it('[H2] gives a page around a place, and one message wherever it stands', async () => {
    const all = (await page('limit=100')).messages;
    const middle = await page(`around=${all[12]!.roomSeq}&limit=6`);
    expect([texts(middle), middle.hasMore, middle.hasNewer]).toEqual([bodies.slice(10, 16), true, true]);
    expect(texts(await page(`aroundNumber=${all[12]!.number}&limit=6`))).toEqual(texts(middle));
    const ends = [await page('around=0&limit=60'), await page('around=1000000&limit=60')];
    expect(ends.map(({ hasMore, hasNewer }) => [hasMore, hasNewer])).toEqual([[false, false], [false, false]]);
    expect((await ada.get(`${messagesOf(room)}/${all[12]!.id}`)).body).toEqual(all[12]);
    expect((await ada.get(`${messagesOf(room)}/${v7()}`)).status).toBe(404);
    expect((await bob.get(`${messagesOf(room)}/${all[12]!.id}`)).status).toBe(403);
  });

  it('[H1] shows a new member what was said before', async () => {
    await bob.join(room);
    expect(texts((await bob.get<HistoryPage>(`${messagesOf(room)}?limit=100`)).body)).toEqual(bodies);
    await bob.leave(room);
    expect((await bob.get(messagesOf(room))).status).toBe(403);
  });
});

describe('the rate of writing', () => {
  it('[X1] refuses who is too fast with the time to wait, which is enough, and nobody else', async () => {
    const slow = await startServer({ MESSAGES_PER_SECOND: '2' });
    try {
      const [eve, dan] = await Promise.all([Guest.signIn(slow.url, 'Eve'), Guest.signIn(slow.url, 'Dan')]);
      const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => eve.say(`flood ${i}`)));
      const taken = answers.filter(({ status }) => status === 201).length;
      expect(taken).toBeGreaterThanOrEqual(LIMITS.messagesBurst);
      expect(taken).toBeLessThanOrEqual(LIMITS.messagesBurst + 2);
      const refused = answers.find(({ status }) => status === 429) as Refusal | undefined;
      expect(refused?.body).toMatchObject({ code: 'rate', retryAfterMs: expect.any(Number) });
      expect(refused?.headers.get('retry-after')).toBe('1');
      expect((await dan.say('hello')).status).toBe(201);
      await new Promise((resolve) => setTimeout(resolve, refused!.body.retryAfterMs! + 10));
      expect((await eve.say('calm again')).status).toBe(201);
    } finally {
      await slow.stop();
    }
  });

  it('[X1] holds for coming and going, and for what one tells of oneself', async () => {
    const slow = await startServer({ MESSAGES_PER_SECOND: '2' });
    try {
      const [eve, dan] = await Promise.all([Guest.signIn(slow.url, 'Eve'), Guest.signIn(slow.url, 'Dan')]);
      const room = await dan.createRoom('revolving door');
      const flood = async (count: number, one: (i: number) => Promise<{ status: number }>) => (await Promise.all(Array.from({ length: count }, (_, i) => one(i)))).filter(({ status }) => status === 429).length;
      expect(await flood(80, (i) => (i % 2 ? eve.leave(room) : eve.join(room)))).toBeGreaterThan(40);
      const signals = [
        () => eve.post(`${PATHS.rooms}/${LOBBY.id}/typing`, { typing: true }),
        () => eve.post(`${PATHS.rooms}/${LOBBY.id}/read`, { number: 0 }),
        () => eve.request('PATCH', `${PATHS.rooms}/${LOBBY.id}/preference`, { body: { starred: true } }),
        () => eve.post(PATHS.alive, { conn: 'c', idle: true }),
      ];
      for (const signal of signals) expect(await flood(3 * LIMITS.signalsPerSecond, signal)).toBeGreaterThan(0);
      expect((await dan.post(`${PATHS.rooms}/${LOBBY.id}/typing`, { typing: true })).status).toBe(204);
    } finally {
      await slow.stop();
    }
  });

  it('[X1] only so many new rooms of a person in an hour; what is refused or there already does not count', async () => {
    const strict = await startServer({ ROOMS_PER_HOUR: '3' });
    try {
      const [eve, dan] = await Promise.all([Guest.signIn(strict.url, 'Eve'), Guest.signIn(strict.url, 'Dan')]);
      await eve.createRoom('first');
      for (let n = 0; n < 3; n++) expect((await eve.post(PATHS.rooms, { name: 'first' })).body).toMatchObject({ code: 'room_name_taken' });
      await eve.createRoom('second', 'private');
      for (let n = 0; n < 3; n++) expect((await eve.post(PATHS.direct, { userIds: [dan.user.id] })).status).toBe(200);
      const refused = (await eve.post(PATHS.rooms, { name: 'one too many' })) as unknown as Refusal;
      expect(refused).toMatchObject({ status: 429, body: { code: 'rate' } });
      expect(refused.body.retryAfterMs).toBeGreaterThan(3_000_000);
      expect((await eve.post(PATHS.direct, { userIds: [] })).status).toBe(429);
      expect((await eve.post(PATHS.direct, { userIds: [dan.user.id] })).status).toBe(200);
      await dan.createRoom('his');
    } finally {
      await strict.stop();
    }
  });
});
