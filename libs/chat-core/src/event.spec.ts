import { describe, expect, it } from '@jest/globals';
import { Command } from './command.js';
import { Audience, ChatEvent } from './event.js';
import { MemoryEventLog } from './memory/memory-event-log.js';
import { created, edited, joined, left, posted, removed, testId, testUser } from './testing/index.js';

const ada = testUser();
const room = testId();

describe('event', () => {
  it.each([
    ['room.created', created(room)],
    ['room.created for one person', created(room, { kind: 'private', by: ada.id })],
    ['member.joined', joined(room, ada)],
    ['member.left', left(room, ada)],
    ['message.posted', posted(room, ada)],
    ['message.edited', edited(room)],
    ['message.removed', removed(room, testId())],
  ])('[M1] %s comes out of JSON and the schema as it went in', async (_, draft) => {
    const [record] = await new MemoryEventLog().append([draft]);
    expect(ChatEvent.parse(JSON.parse(JSON.stringify(record!.event)))).toEqual(record!.event);
    expect(Audience.parse(record!.audience)).toBe(draft.audience);
  });

  it('[L3] an event for a whole room without its roomSeq is none', () => {
    expect(ChatEvent.safeParse({ ...posted(room, ada).event, seq: 1 }).success).toBe(false);
  });

  it.each(['room:', 'room:lobby', 'user:', 'everyone', `rooms:${room}`, ''])('%j is no audience', (audience) => {
    expect(Audience.safeParse(audience).success).toBe(false);
  });
});

describe('command', () => {
  it('[M4] carries what its HTTP twin carries in path and body', () => {
    const data = { roomId: room, clientMsgId: testId(), body: 'hello' };
    expect(Command.parse({ name: 'message.post', data })).toEqual({ name: 'message.post', data });
    expect(Command.parse({ name: 'room.create', data: { name: ' a  b ' } })).toEqual({ name: 'room.create', data: { name: 'a b', kind: 'public' } });
  });

  it.each([{}, { name: 'message.shout', data: {} }, { name: 'message.post' }, { name: 'message.post', data: { roomId: 'lobby' } }, 'message.post', null])('[X1] %j is none', (command) => {
    expect(Command.safeParse(command).success).toBe(false);
  });
});
