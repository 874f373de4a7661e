import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ack, LIMITS, PATHS, type PeoplePage, type Room } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';

let server: TestServer;
let ada: Guest;
let bob: Guest;
let eve: Guest;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '1000' });
  [ada, bob, eve] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob'), Guest.signIn(server.url, 'Ева Ёлкина')]);
});
afterAll(() => server.stop());

const open = (by: Guest, ...others: Guest[]) => by.post(PATHS.direct, { userIds: others.map(({ user }) => user.id) });
const change = (by: Guest, room: string, body: object) => by.request<Ack & { code?: string }>('PATCH', `${PATHS.rooms}/${room}`, { body });
const roomOf = async (guest: Guest, id: string): Promise<Room | undefined> => (await guest.rooms()).find(({ room }) => room.id === id)?.room;

describe('a direct room', () => {
  it('[I1] is there once for the same people, whoever opens it, however often and however many at once', async () => {
    const answers = await Promise.all([open(ada, bob), open(bob, ada), open(ada, bob, bob), open(ada, bob, ada)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.roomId)).size).toBe(1);
    const people = [ada.user, bob.user].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const guest of [ada, bob]) expect(await roomOf(guest, answers[0]!.body.roomId!)).toMatchObject({ kind: 'direct', name: '', people });
    expect(await roomOf(eve, answers[0]!.body.roomId!)).toBeUndefined();
  });

  it('[I1] of three is another room than that of two of them, and one may have a room for oneself', async () => {
    const ids = await Promise.all([open(ada, bob, eve), open(ada, bob), open(ada)].map(async (answer) => (await answer).body.roomId));
    expect(new Set(ids).size).toBe(3);
    expect((await roomOf(ada, ids[2]!))?.people).toEqual([ada.user]);
  });

  it('[I1] never becomes another kind: nobody is brought in, nobody leaves, it has no name', async () => {
    const room = (await open(ada, bob)).body.roomId!;
    expect(await ada.post(`${PATHS.rooms}/${room}/members`, { userId: eve.user.id })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await ada.leave(room)).toMatchObject({ status: 403 });
    for (const body of [{ name: 'ours' }, { topic: 'us' }, { archived: true }]) expect(await change(ada, room, body)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await eve.join(room)).toMatchObject({ status: 404 });
  });

  it('[X1] cannot be opened with nobody knows whom, or with too many', async () => {
    expect(await ada.post(PATHS.direct, { userIds: [v7()] })).toMatchObject({ status: 404, body: { code: 'user_not_found' } });
    expect(await ada.post(PATHS.direct, { userIds: Array.from({ length: LIMITS.directPeople }, () => v7()) })).toMatchObject({ status: 422 });
    expect(await ada.post(PATHS.rooms, { name: 'x', kind: 'direct' })).toMatchObject({ status: 422 });
  });
});

describe('changing a room', () => {
  it('tells everyone of a public one, and only its members of a private one', async () => {
    for (const [kind, told] of [['public', true], ['private', false]] as const) {
      const room = await ada.createRoom(`to change ${kind}`, kind);
      const { cursor } = await bob.snapshot();
      expect((await change(ada, room, { name: `changed ${kind}`, topic: ' what for ' })).status).toBe(200);
      const events = (await bob.readOn(cursor)).flatMap((frame) => frame.events);
      expect(events.some(({ type }) => type === 'room.changed')).toBe(told);
      expect(await roomOf(ada, room)).toMatchObject({ name: `changed ${kind}`, topic: 'what for' });
    }
  });

  it('is for members, and changes nothing when it is so already', async () => {
    const room = await ada.createRoom('mine to change');
    expect(await change(bob, room, { topic: 'his' })).toMatchObject({ status: 403, body: { code: 'not_a_member' } });
    expect((await change(ada, room, { name: 'mine to change', topic: '' })).body).toMatchObject({ event: null, duplicate: true });
    expect(await change(ada, room, {})).toMatchObject({ status: 422 });
    await ada.createRoom('taken');
    expect(await change(ada, room, { name: 'taken' })).toMatchObject({ status: 409, body: { code: 'room_name_taken' } });
    expect(await change(ada, LOBBY.id, { name: 'hall' })).toMatchObject({ status: 403 });
    expect((await change(ada, LOBBY.id, { topic: 'For everyone' })).status).toBe(200);
  });

  it('[I2] who has archived a room and left it can come back and open it again, and nobody else', async () => {
    const room = await ada.createRoom(`left behind ${v7()}`);
    await change(ada, room, { archived: true });
    await ada.leave(room);
    expect((await bob.join(room)).body).toMatchObject({ code: 'room_archived' });
    expect((await ada.join(room)).status).toBe(200);
    expect((await change(ada, room, { archived: false })).status).toBe(200);
    expect((await bob.join(room)).status).toBe(200);
  });

  it('[I2] an archived room can be read, and nothing else, until whoever created it opens it again', async () => {
    const room = await ada.createRoom('old');
    await bob.join(room);
    const { data } = await bob.saying('of old', room);
    expect(await change(bob, room, { archived: true })).toMatchObject({ status: 403 });
    expect((await change(ada, room, { archived: true })).status).toBe(200);
    const refused = [
      await bob.say('new', { room }),
      await bob.request('PATCH', `${messagesOf(room)}/${data.messageId}`, { body: { body: 'newer' } }),
      await bob.request('PUT', `${messagesOf(room)}/${data.messageId}/reactions`, { body: { emoji: '👍', on: true } }),
      await eve.join(room),
      await change(bob, room, { topic: 'x' }),
      await ada.post(`${PATHS.rooms}/${room}/members`, { userId: eve.user.id }),
    ];
    for (const answer of refused) expect(answer).toMatchObject({ status: 409, body: { code: 'room_archived' } });
    expect((await bob.get(messagesOf(room))).body).toMatchObject({ messages: [{ body: 'of old' }] });
    expect((await bob.post(`${PATHS.rooms}/${room}/read`, { number: 1 })).status).toBe(200);
    expect((await change(ada, room, { archived: false })).status).toBe(200);
    expect((await bob.say('new', { room })).status).toBe(201);
  });
});

describe('people', () => {
  const find = async (query: string, path: string = PATHS.people) => (await ada.get<PeoplePage>(`${path}?${query}`)).body;

  it('[H4] are found by how a word of the name begins, in any case and script', async () => {
    for (const q of ['ев', 'ЕВА', 'елк', 'Ёлкина']) expect((await find(`q=${encodeURIComponent(q)}`)).people).toEqual([eve.user]);
    expect((await find('q=%25')).people).toEqual([]);
    expect((await find('q=va')).people).toEqual([]);
  });

  it('[H4] come in pages by name; only members are told who is in a room', async () => {
    const room = await ada.createRoom('few', 'private');
    await ada.post(`${PATHS.rooms}/${room}/members`, { userId: bob.user.id });
    const members = `${PATHS.rooms}/${room}/members`;
    const first = await find('limit=1', members);
    expect(first).toEqual({ people: [ada.user], hasMore: true });
    expect(await find(`limit=1&after=${ada.user.id}`, members)).toEqual({ people: [bob.user], hasMore: false });
    expect((await eve.get(members)).status).toBe(404);
    expect((await ada.get(`${members}?limit=1000`)).status).toBe(422);
  });
});
