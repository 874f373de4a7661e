import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { type Ack, EVENT_TYPES, MODES, PATHS, type RoomTimeline, type Snapshot, type Timeline, timelineFrom } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { eventsAfter } from '../events-after.js';
import { Guest, messagesOf } from '../guest.js';
import { LOBBY_ID, People } from '../people.js';
import { startServer, type TestServer } from '../server.js';

const LOOKS = 200;

jest.setTimeout(30_000);

describe('[A20] after each mutation, the state folded from events is the state fetched anew', () => {
  const people = new People();
  const clients: ChatClient[] = [];
  const types = new Set<string>();
  let server: TestServer;
  let ann: Guest;
  let bob: Guest;
  /** What messages, and rooms, are called in the mutations. */
  let message: string;
  let room: string;
  let secret: string;
  let direct: string;
  let start: Snapshot;

  /** One reader per mode, all of them Ann. */
  beforeAll(async () => {
    server = await startServer({ MESSAGES_PER_SECOND: '1000', CONNECTIONS_PER_USER: '100' });
    [ann, bob] = await Promise.all([Guest.signIn(server.url, 'Ann'), Guest.signIn(server.url, 'Bob')]);
    start = await ann.snapshot();
    for (const mode of MODES) clients.push(people.client(server.url, { mode, cookie: ann.cookie, snapshot: start, pollIntervalMs: 500 }));
    await Promise.all(clients.map((client) => client.start()));
  });

  afterAll(async () => {
    people.leave();
    await server.stop();
  });

  const at = (id: string, of = LOBBY_ID) => `${messagesOf(of)}/${id}`;
  const edit = (guest: Guest, id: string, body: string, of?: string) => guest.request('PATCH', at(id, of), { body: { body } });
  const remove = (guest: Guest, id: string, of?: string) => guest.request('DELETE', at(id, of));
  const add = (guest: Guest, who: Guest, to: string) => guest.post(`${PATHS.rooms}/${to}/members`, { userId: who.user.id });
  const said = async (guest: Guest, text: string, of?: string) => (message = (await guest.saying(text, of)).data.messageId);
  const react = (guest: Guest, emoji: string, on: boolean, of?: string) => guest.request('PUT', `${at(message, of)}/reactions`, { body: { emoji, on } });
  const inRoom = (guest: Guest, what: string, body: object, of = LOBBY_ID) => guest.post(`${PATHS.rooms}/${of}/${what}`, body);
  const change = (guest: Guest, body: object) => guest.request('PATCH', `${PATHS.rooms}/${room}`, { body });
  const prefer = (body: object) => ann.request('PATCH', `${PATHS.rooms}/${LOBBY_ID}/preference`, { body });
  const told = (guest: Guest, more: object, of = LOBBY_ID) => guest.post(messagesOf(of), { clientMsgId: v7(), body: '@Ann, @room: look', ...more });

  const mutations: Record<string, () => Promise<unknown>> = {
    'somebody signs in': () => Guest.signIn(server.url, 'Carol'),
    'I post': () => said(ann, 'mine'),
    'I edit': () => edit(ann, message, 'mine, edited'),
    'I edit again': () => edit(ann, message, 'mine, edited twice'),
    'I remove': () => remove(ann, message),
    'somebody posts': () => said(bob, 'his'),
    'somebody edits': () => edit(bob, message, 'his, edited'),
    'somebody removes': () => remove(bob, message),
    'somebody reacts': async () => {
      await said(ann, 'well?');
      return react(bob, '👍', true);
    },
    'I react in the same way': () => react(ann, '👍', true),
    'I react in another': () => react(ann, '🎉', true),
    'I take it back': () => react(ann, '🎉', false),
    'I take the first back as well': () => react(ann, '👍', false),
    'I remove what has reactions': () => remove(ann, message),
    'somebody mentions me': () => told(bob, { mentions: [ann.user.id] }),
    'somebody mentions everyone': () => told(bob, { mentions: ['room'] }),
    'somebody answers me': async () => told(bob, { replyTo: await said(ann, 'a question') }),
    'somebody mentions me in another edit': async () => {
      await said(bob, 'not yet');
      return bob.request('PATCH', at(message), { body: { body: 'now, @Ann', mentions: [ann.user.id] } });
    },
    'somebody removes what mentions me': async () => {
      const { body } = await told(bob, { mentions: [ann.user.id, 'room'] });
      return remove(bob, (body as Ack).event!.id);
    },
    'somebody posts a file': async () => told(bob, { body: '', attachments: [{ attachmentId: (await bob.upload('notes.txt', 'notes')).body.attachmentId, alt: 'notes' }] }).then(({ body }) => (message = (body as Ack).event!.id)),
    'somebody edits what has a file': () => edit(bob, message, 'with words'),
    'somebody removes what has a file': () => remove(bob, message),
    'I say something to be read': () => said(ann, 'to be read'),
    'somebody reads': () => inRoom(bob, 'read', { number: 1_000 }),
    'I say more': () => said(ann, 'more'),
    'somebody reads quietly': () => inRoom(bob, 'read', { number: 1_000, quiet: true }),
    'somebody mentions me once more': () => told(bob, { mentions: [ann.user.id] }),
    'I read': () => inRoom(ann, 'read', { number: 1_000 }),
    'I want to read again': () => inRoom(ann, 'unread', { number: 1 }),
    'I read a part of it': () => inRoom(ann, 'read', { number: 2, quiet: true }),
    'I prefer to hear everything': () => prefer({ level: 'everything' }),
    'I give it a star and a place': () => prefer({ starred: true, position: 1.5 }),
    'somebody opens a direct room with me': async () => (direct = ((await bob.post(PATHS.direct, { userIds: [ann.user.id] })).body as Ack).roomId!),
    'somebody writes there': () => said(bob, 'between us', direct),
    'I read that': () => inRoom(ann, 'read', { number: 1 }, direct),
    'I write to myself': () => ann.post(PATHS.direct, { userIds: [] }),
    'I create a public room': async () => (room = await ann.createRoom('ours')),
    'I rename it': () => change(ann, { name: 'ours alone' }),
    'I say what it is about': () => change(ann, { topic: 'us' }),
    'somebody joins it': () => bob.join(room),
    'somebody says it otherwise': () => change(bob, { topic: 'you and me' }),
    'I archive it': () => change(ann, { archived: true }),
    'I open it again': () => change(ann, { archived: false }),
    'somebody posts in it': () => said(bob, 'in ours', room),
    'I leave it': () => ann.leave(room),
    'somebody posts when I have left': () => said(bob, 'unheard', room),
    'somebody edits when I have left': () => edit(bob, message, 'unheard, edited', room),
    'I join again': () => ann.join(room),
    'somebody edits what was posted while I was away': () => edit(bob, message, 'heard of', room),
    'somebody leaves it': () => bob.leave(room),
    'somebody creates a public room': async () => (room = await bob.createRoom('his')),
    'somebody brings me into it': () => add(bob, ann, room),
    'somebody creates a private room': async () => (secret = await bob.createRoom('secret', 'private')),
    'somebody brings me into that': () => add(bob, ann, secret),
    'I post in it': () => said(ann, 'psst', secret),
    'I remove that': () => remove(ann, message, secret),
    'I leave it for good': () => ann.leave(secret),
    'I create a private room': async () => (secret = await ann.createRoom('my secret', 'private')),
    'I bring somebody in': () => add(ann, bob, secret),
  };

  it.each(Object.keys(mutations))('[A20] [W4] [F3] %s', async (name) => {
    await mutations[name]!();
    for (const { type } of await eventsAfter(server.url, ann.cookie, start.cursor)) types.add(type);
    const expected = shown(timelineFrom(await ann.snapshot()));
    for (const client of clients) {
      for (let looks = 0; looks < LOOKS && !isDeepStrictEqual(shown(await whole(client)), expected); looks++) await sleep(10);
      expect(shown(await whole(client))).toEqual(expected);
    }
  });

  it('[A20] was tried with every type of event', () => {
    expect([...types].sort()).toEqual([...EVENT_TYPES].sort());
  });
});

/** The client's state, with the messages from before her joining, which are asked for and not in the stream. */
async function whole(client: ChatClient): Promise<Timeline> {
  const rooms = () => [...client.getSnapshot().timeline!.rooms.values()];
  for (const { room, joined, loadedFrom } of rooms()) if (joined && loadedFrom > 0) await client.loadOlder(room.id);
  return client.getSnapshot().timeline!;
}

function ofMember({ room, memberCount, roomSeq, messages, lastNumber, read, preference, receipts }: RoomTimeline): object {
  return { room, memberCount, roomSeq, messages, lastNumber, read, preference, receipts: Object.fromEntries(receipts) };
}

/** What a person is shown; of a room that she is not in, whose events are not for her, no more than that it exists. */
function shown({ me, rooms }: Timeline): object {
  const visible = [...rooms.values()].filter(({ room, joined }) => joined || room.kind === 'public');
  return {
    me,
    rooms: Object.fromEntries(
      visible.map((each) => [each.room.id, each.joined ? ofMember(each) : { room: each.room }]),
    ),
  };
}
