import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ack, type ChatEvent, LIMITS, type Message, PATHS, type RoomView } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Retention } from '../log/retention.js';

let server: TestServer;
let ada: Guest;
let bob: Guest;
let room: string;
let rooms = 0;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '1000' });
  [ada, bob] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob')]);
});
beforeEach(async () => {
  room = await ada.createRoom(`reading ${++rooms}`);
  await bob.join(room);
});
afterAll(() => server.stop());

const mark = (guest: Guest, what: 'read' | 'unread', body: object) => guest.post<Ack>(`${PATHS.rooms}/${room}/${what}`, body);
const prefer = (guest: Guest, body: object) => guest.request<Ack>('PATCH', `${PATHS.rooms}/${room}/preference`, { body });
const viewOf = async (guest: Guest): Promise<RoomView> => (await guest.snapshot()).rooms.find((each) => each.room.id === room)!;
const unreadOf = ({ lastNumber, read }: RoomView) => lastNumber - read.number - read.ownAfter;
const post = (guest: Guest, body: string, more: object = {}) => guest.post<Ack>(messagesOf(room), { clientMsgId: v7(), body, ...more });
const posted = async (guest: Guest, body: string, more: object = {}): Promise<ChatEvent> => (await post(guest, body, more)).body.event!;
const react = (guest: Guest, id: string, body: object) => guest.request<Ack>('PUT', `${messagesOf(room)}/${id}/reactions`, { body });
const messageOf = async (guest: Guest, id: string) => (await guest.get<Message>(`${messagesOf(room)}/${id}`)).body;

async function toldWhile(guest: Guest, task: () => Promise<unknown>): Promise<ChatEvent[]> {
  const { cursor } = await guest.snapshot();
  await task();
  return (await guest.readOn(cursor)).flatMap(({ events }) => events);
}

describe('unread', () => {
  it('[J1][ux C4][ux C5] is arithmetic on the numbers of messages: what others said since, whatever else happens in the room', async () => {
    for (const body of ['one', 'two', 'three']) await posted(ada, body);
    expect(unreadOf(await viewOf(bob))).toBe(3);
    await react(bob, (await posted(ada, 'four')).id, { emoji: '👍', on: true });
    expect(unreadOf(await viewOf(bob))).toBe(4);
    expect(unreadOf(await viewOf(ada))).toBe(0);
    await mark(bob, 'read', { number: 3 });
    expect(unreadOf(await viewOf(bob))).toBe(1);
    await posted(bob, 'mine');
    expect(unreadOf(await viewOf(bob))).toBe(0);
  });

  it('[J2][ux C4] goes forward only; read again is a step of its own, in which own messages do not count', async () => {
    for (const body of ['one', 'two']) await posted(ada, body);
    await posted(bob, 'mine');
    await posted(ada, 'four');
    expect((await mark(bob, 'read', { number: 99 })).body.event).toMatchObject({ type: 'read.moved', data: { number: 4, ownAfter: 0 } });
    expect((await mark(bob, 'read', { number: 2 })).body).toMatchObject({ event: null, duplicate: true });
    expect((await mark(bob, 'unread', { number: 4 })).body.event).toBeNull();
    expect((await mark(bob, 'unread', { number: 1 })).body.event).toMatchObject({ type: 'read.reset', data: { number: 1, ownAfter: 1 } });
    expect(unreadOf(await viewOf(bob))).toBe(2);
    expect((await mark(bob, 'read', { number: 2 })).body.event).toMatchObject({ data: { number: 2, ownAfter: 1 } });
    expect(unreadOf(await viewOf(bob))).toBe(1);
  });

  it('[J2] whoever comes has read what was said before, and is refused the marks of a room that she is not in', async () => {
    await posted(ada, 'before');
    const eve = await Guest.signIn(server.url, 'Eve');
    for (const what of ['read', 'unread'] as const) expect(await mark(eve, what, { number: 1 })).toMatchObject({ status: 403, body: { code: 'not_a_member' } });
    await eve.join(room);
    expect(unreadOf(await viewOf(eve))).toBe(0);
    for (const number of [-1, 1.5, '1', null]) expect((await mark(eve, 'read', { number })).status).toBe(422);
  });

  it('[J3] the others are told how far one has read: in a small room, and unless one reads quietly', async () => {
    await posted(ada, 'one');
    await posted(ada, 'two');
    const openly = await toldWhile(ada, () => mark(bob, 'read', { number: 1 }));
    expect(openly).toMatchObject([{ type: 'read.moved', data: { user: bob.user, number: 1 } }]);
    expect(await toldWhile(ada, () => mark(bob, 'read', { number: 2, quiet: true }))).toEqual([]);
    expect((await viewOf(ada)).receipts).toEqual([{ user: bob.user, number: 1 }]);
    const crowd = await Promise.all(Array.from({ length: LIMITS.receiptMembers - 1 }, (_, i) => Guest.signIn(server.url, `Guest ${i}`)));
    for (const guest of crowd) await guest.join(room);
    await posted(ada, 'three');
    expect(await toldWhile(ada, () => mark(bob, 'read', { number: 3 }))).toEqual([]);
    expect(unreadOf(await viewOf(bob))).toBe(0);
  });

  it('[J2][J1] what is read at one device is read at the others: the person is told', async () => {
    await posted(ada, 'one');
    const told = await toldWhile(bob, () => mark(bob, 'read', { number: 1, quiet: true }));
    expect(told).toMatchObject([{ type: 'read.moved', data: { number: 1 } }]);
  });
});

describe('mentions', () => {
  it('[J4][ux C5] are counted apart, of a person and of everyone, once a message, and not those of oneself', async () => {
    await posted(ada, 'hello @Bob', { mentions: [bob.user.id] });
    await posted(ada, '@room and @Bob', { mentions: ['room', bob.user.id] });
    const mine = await posted(bob, '@room I say', { mentions: ['room'] });
    const { read } = await viewOf(ada);
    expect(read.mentions).toEqual([{ messageId: mine.id, number: 3 }]);
    expect((await viewOf(bob)).read.mentions).toEqual([]);
    await mark(bob, 'unread', { number: 0 });
    expect((await viewOf(bob)).read).toMatchObject({ number: 0, ownAfter: 1, mentions: [{ number: 1 }, { number: 2 }] });
  });

  it('[J4] whose name is not in the text, or who is not in the room, is passed over; what is removed mentions nobody', async () => {
    const eve = await Guest.signIn(server.url, 'Eve');
    const event = await posted(ada, 'hello @Eve and Bob', { mentions: [eve.user.id, bob.user.id, 'room', v7()] });
    expect(event.data).not.toHaveProperty('mentions');
    const called = await posted(ada, '@Bob!', { mentions: [bob.user.id] });
    expect(called.data).toMatchObject({ mentions: { people: [bob.user] } });
    await ada.request('DELETE', `${messagesOf(room)}/${called.id}`);
    expect((await viewOf(bob)).read.mentions).toEqual([]);
    expect(await messageOf(bob, called.id)).not.toHaveProperty('mentions');
    expect((await post(ada, 'x', { mentions: Array.from({ length: LIMITS.mentions + 1 }, () => v7()) })).status).toBe(422);
  });
});

describe('answering', () => {
  it('[O2] names the message that is answered, and copies nothing of it', async () => {
    const question = await posted(ada, 'a secret question');
    const answer = await posted(bob, 'an answer', { replyTo: question.id });
    expect(answer.data).toMatchObject({ replyTo: { messageId: question.id, author: ada.user } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect((await messageOf(ada, answer.id)).replyTo).toMatchObject({ messageId: question.id });
  });

  it('[O2][W3] what is not there, elsewhere or removed cannot be answered; another answer under the same id is something else', async () => {
    const elsewhere = await ada.saying('in the lobby');
    for (const replyTo of [v7(), elsewhere.id]) expect(await post(ada, 'to what?', { replyTo })).toMatchObject({ status: 404, body: { code: 'message_not_found' } });
    const question = await posted(ada, 'a question');
    const clientMsgId = v7();
    expect((await post(bob, 'an answer', { replyTo: question.id, clientMsgId })).status).toBe(201);
    await ada.request('DELETE', `${messagesOf(room)}/${question.id}`);
    expect((await post(bob, 'an answer', { replyTo: question.id, clientMsgId })).status).toBe(200);
    expect(await post(bob, 'an answer', { clientMsgId })).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
    expect(await post(bob, 'another', { replyTo: question.id })).toMatchObject({ status: 410, body: { code: 'message_removed' } });
  });
});

describe('reacting', () => {
  it('[O1] each person has each emoji once; the newest event says all who have it', async () => {
    const { id } = await posted(ada, 'well?');
    await Promise.all([react(ada, id, { emoji: '👍', on: true }), react(bob, id, { emoji: '👍', on: true }), react(bob, id, { emoji: '👍', on: true }), react(bob, id, { emoji: '👩‍👩‍👧', on: true })]);
    const { reactions } = await messageOf(ada, id);
    expect(reactions!.map(({ emoji, users }) => [emoji, users.map(({ name }) => name).sort()])).toEqual(expect.arrayContaining([['👍', ['Ada', 'Bob']], ['👩‍👩‍👧', ['Bob']]]));
    expect((await react(bob, id, { emoji: '👍', on: false })).body.event).toMatchObject({ type: 'message.reacted', data: { users: [ada.user] } });
    expect((await react(bob, id, { emoji: '👍', on: false })).body).toMatchObject({ event: null, duplicate: true });
  });

  it('[O1][X1] only emoji, on what is there, and not without end', async () => {
    const { id } = await posted(ada, 'well?');
    for (const emoji of ['', 'a', '1', '👍👍', '<b>', ' 👍', '🏳️‍🌈'.repeat(9)]) expect((await react(ada, id, { emoji, on: true })).status).toBe(422);
    for (const emoji of ['❤️', '1️⃣', '🇷🇺', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👍🏽', '🏳️‍🌈', '☺']) expect((await react(ada, id, { emoji, on: true })).status).toBe(200);
    expect(await react(ada, v7(), { emoji: '👍', on: true })).toMatchObject({ status: 404 });
    const faces = Array.from({ length: LIMITS.reactions - 7 }, (_, i) => String.fromCodePoint(0x1f600 + i));
    for (const emoji of faces) expect((await react(bob, id, { emoji, on: true })).status).toBe(200);
    expect(await react(bob, id, { emoji: '🎉', on: true })).toMatchObject({ status: 409, body: { code: 'too_many_reactions' } });
    await ada.request('DELETE', `${messagesOf(room)}/${id}`);
    expect(await react(ada, id, { emoji: '👍', on: true })).toMatchObject({ status: 410, body: { code: 'message_removed' } });
    expect(await messageOf(ada, id)).not.toHaveProperty('reactions');
  });
});

describe('reactions that nobody has left', () => {
  it('[O1][X1] count as well, lest everybody carry them without end, until the log has forgotten them', async () => {
    const { id } = await posted(ada, 'well?');
    const faces = Array.from({ length: LIMITS.reactionsEver }, (_, i) => String.fromCodePoint((i < 56 ? 0x1f600 : 0x1f400 - 56) + i));
    for (const emoji of faces) for (const on of [true, false]) expect((await react(bob, id, { emoji, on })).status).toBe(200);
    expect(await react(ada, id, { emoji: '🎉', on: true })).toMatchObject({ status: 409, body: { code: 'too_many_reactions' } });
    expect((await react(ada, id, { emoji: faces[0]!, on: true })).status).toBe(200);
    await server.app.get(Retention).prune(Date.now() + 48 * 3_600_000);
    expect((await messageOf(ada, id)).reactions).toMatchObject([{ emoji: faces[0], users: [ada.user] }]);
    expect((await react(ada, id, { emoji: '🎉', on: true })).status).toBe(200);
  });
});

describe('preferring', () => {
  it('[I3] is one’s own, the same on all devices, and begins anew with a re-join', async () => {
    expect((await viewOf(bob)).preference).toEqual({ level: 'mentions', starred: false, position: null });
    const told = await toldWhile(bob, () => prefer(bob, { level: 'invisible', position: -2.5 }));
    expect(told).toMatchObject([{ type: 'room.preferred', data: { level: 'invisible', starred: false, position: -2.5 } }]);
    expect(await toldWhile(ada, () => prefer(bob, { starred: true }))).toEqual([]);
    expect((await viewOf(bob)).preference).toEqual({ level: 'invisible', starred: true, position: -2.5 });
    await posted(bob, 'talking changes none of it');
    expect((await viewOf(bob)).preference).toEqual({ level: 'invisible', starred: true, position: -2.5 });
    await bob.leave(room);
    await bob.join(room);
    expect((await viewOf(bob)).preference).toEqual({ level: 'mentions', starred: false, position: null });
    expect((await prefer(bob, { level: 'loud' })).status).toBe(422);
  });
});

describe('editing over an edit', () => {
  it('[W8] is refused when the message has changed since the editor saw it', async () => {
    const { id, seq } = await posted(ada, 'one');
    const edit = (body: string, updatedSeq: number) => ada.request<Ack>('PATCH', `${messagesOf(room)}/${id}`, { body: { body, updatedSeq } });
    const first = await edit('two', seq);
    expect(first.status).toBe(200);
    expect(await edit('three', seq)).toMatchObject({ status: 409, body: { code: 'edit_conflict' } });
    expect((await edit('three', first.body.event!.seq)).status).toBe(200);
    await react(bob, id, { emoji: '👍', on: true });
    expect((await edit('four', (await messageOf(ada, id)).updatedSeq)).status).toBe(200);
  });
});
