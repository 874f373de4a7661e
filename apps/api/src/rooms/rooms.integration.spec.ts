import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ack, type ChatEvent, PATHS } from '@fourways/chat-core';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';

let server: TestServer;
let ada: Guest;
let bob: Guest;
let names = 0;

beforeAll(async () => {
  server = await startServer();
  [ada, bob] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
});
afterAll(() => server.stop());

const unused = () => `room ${++names}`;
const add = (by: Guest, room: string, guest: Guest) => by.post(`${PATHS.rooms}/${room}/members`, { userId: guest.user.id });
const roomOf = async (guest: Guest, id: string) => (await guest.rooms()).find(({ room }) => room.id === id);

/** What the guest is told while the task is done. */
async function toldWhile(guest: Guest, task: () => Promise<unknown>): Promise<ChatEvent[]> {
  const { cursor } = await guest.snapshot();
  await task();
  return (await guest.readOn(cursor)).flatMap(({ events }) => events);
}

describe('the lobby', () => {
  it('is there from the start, the same after a restart, and everyone is in it', async () => {
    expect((await ada.rooms())[0]).toMatchObject({ room: { id: LOBBY.id, name: 'lobby', kind: 'public' }, joined: true, memberCount: 2 });
    await server.restart();
    const eve = await Guest.signIn(server.url, 'Eve');
    expect((await eve.rooms()).filter(({ room }) => room.name === 'lobby')).toEqual([expect.objectContaining({ joined: true, memberCount: 3 })]);
  });
});

describe('creating a room', () => {
  it('puts its creator into it, and tells everyone of a public one', async () => {
    const name = unused();
    let answer: { status: number; body: Ack } | undefined;
    const told = await toldWhile(bob, async () => (answer = await ada.post(PATHS.rooms, { name: ` ${name}  ` })));
    expect(answer).toMatchObject({ status: 201, body: { event: { type: 'room.created', data: { room: { name, kind: 'public' } } } } });
    expect(told).toEqual([answer!.body.event]);
    const id = told[0]!.roomId;
    expect(await roomOf(ada, id)).toMatchObject({ joined: true, memberCount: 1 });
    expect(await roomOf(bob, id)).toMatchObject({ joined: false, memberCount: 1 });
  });

  it('gives a public name to one of those who ask at once', async () => {
    const name = unused();
    const answers = await Promise.all([ada, bob, ada, bob, ada].map((guest) => guest.post(PATHS.rooms, { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect((await ada.post(PATHS.rooms, { name, kind: 'private' })).status).toBe(201);
  });
});

describe('a private room', () => {
  it('does not exist for those who are not in it: not in lists, snapshots, events or answers', async () => {
    let id = '';
    const told = await toldWhile(bob, async () => {
      id = await ada.createRoom(unused(), 'private');
      await ada.saying('psst', id);
    });
    expect(told).toEqual([]);
    expect(await roomOf(bob, id)).toBeUndefined();
    expect((await bob.snapshot()).rooms.map(({ room }) => room.id)).not.toContain(id);
    expect((await bob.get(messagesOf(id))).status).toBe(404);
    expect((await bob.join(id)).status).toBe(404);
  });

  it('[R4] shows itself to whom a member brings in, from then on', async () => {
    const id = await ada.createRoom(unused(), 'private');
    await ada.saying('before', id);
    const told = await toldWhile(bob, async () => {
      expect(await add(ada, id, bob)).toMatchObject({ status: 200, body: { event: { type: 'member.joined', actor: ada.user.id, data: { user: bob.user, memberCount: 2 } } } });
      await ada.saying('welcome', id);
    });
    expect(told.map(({ type }) => type)).toEqual(['member.joined', 'message.posted']);
    expect(told[0]).toMatchObject({ data: { room: { id, kind: 'private' } } });
    expect((await bob.get<{ messages: { body: string }[] }>(messagesOf(id))).body.messages.map(({ body }) => body)).toEqual(['before', 'welcome']);
  });

  it('[R4] is gone for who leaves it; her own leaving is the last she sees', async () => {
    const id = await ada.createRoom(unused(), 'private');
    await add(ada, id, bob);
    const told = await toldWhile(bob, async () => {
      await bob.leave(id);
      await ada.saying('he has gone', id);
    });
    expect(told.map(({ type }) => type)).toEqual(['member.left']);
    expect(await roomOf(bob, id)).toBeUndefined();
    expect((await bob.join(id)).status).toBe(404);
  });
});

describe('coming and going', () => {
  it('joining again changes nothing, nor does leaving again', async () => {
    const id = await ada.createRoom(unused());
    expect((await bob.join(id)).body).toMatchObject({ event: { type: 'member.joined', data: { memberCount: 2 } } });
    expect((await bob.join(id)).body).toMatchObject({ event: null, duplicate: true });
    expect((await add(ada, id, bob)).body).toMatchObject({ event: null, duplicate: true });
    expect((await bob.leave(id)).body).toMatchObject({ event: { type: 'member.left', data: { memberCount: 1 } } });
    expect((await bob.leave(id)).body).toMatchObject({ event: null, duplicate: true });
    expect(await roomOf(ada, id)).toMatchObject({ memberCount: 1 });
  });

  it('many who join at once are counted once each', async () => {
    const id = await ada.createRoom(unused());
    const guests = await Promise.all(Array.from({ length: 10 }, (_, i) => Guest.signIn(server.url, `Guest ${i}`)));
    await Promise.all([...guests, ...guests].map((guest) => guest.join(id)));
    expect(await roomOf(ada, id)).toMatchObject({ memberCount: 11 });
    await Promise.all([...guests, ...guests].map((guest) => guest.leave(id)));
    expect(await roomOf(ada, id)).toMatchObject({ memberCount: 1 });
  });

  it('[R4] who comes back is told of her second stay, and a replay from before shows both', async () => {
    const id = await ada.createRoom(unused());
    const { cursor } = await bob.snapshot();
    await bob.join(id);
    await ada.saying('one', id);
    await bob.leave(id);
    await ada.saying('unheard', id);
    await bob.join(id);
    await ada.saying('two', id);
    const replay = async () => (await bob.readOn(cursor)).flatMap(({ events }) => events).map((event) => (event.type === 'message.posted' ? event.data.body : event.type));
    const expected = ['member.joined', 'one', 'member.left', 'member.joined', 'two'];
    expect(await replay()).toEqual(expected);
    await server.restart();
    expect(await replay()).toEqual(expected);
  });
});
