import type { EventDraft } from '../event-log.js';
import type { Mentions } from '../message.js';
import type { ReadMark, RoomPreference } from '../reading.js';
import type { Room, RoomKind } from '../room.js';
import type { User } from '../user.js';

let ids = 0;

/** A new id, readable in a failing test: they count up. */
export function testId(): string {
  return `00000000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`;
}

export function testUser(name = 'Ada'): User {
  return { id: testId(), name };
}

function stamp(actor = testId()) {
  return { id: testId(), ts: 1_700_000_000_000 + ids, actor };
}

function room(id: string, kind: RoomKind = 'public'): Room {
  return { id, name: `room ${id.slice(-4)}`, kind, createdTs: 0 };
}

/** A room comes to be: for everyone to see, or for one person alone. */
export function created(roomId: string, { kind = 'public', by = testId() }: { kind?: RoomKind; by?: string } = {}): EventDraft {
  const event = { ...stamp(by), type: 'room.created' as const, roomId, data: { room: room(roomId, kind) } };
  return { audience: kind === 'public' ? 'all' : `user:${by}`, event };
}

/** A public room is changed: everyone is told. */
export function changed(roomId: string, change: Partial<Room>): EventDraft {
  return { audience: 'all', event: { ...stamp(), type: 'room.changed', roomId, data: { room: { ...room(roomId), ...change } } } };
}

export function joined(roomId: string, user: User, { memberCount = 1, lastNumber = 0, ...change }: { memberCount?: number; lastNumber?: number } & Partial<Room> = {}): EventDraft {
  return forRoom({ ...stamp(user.id), type: 'member.joined', roomId, data: { room: { ...room(roomId), ...change }, user, memberCount, lastNumber } });
}

export function left(roomId: string, user: User, memberCount = 0): EventDraft {
  return forRoom({ ...stamp(user.id), type: 'member.left', roomId, data: { userId: user.id, memberCount } });
}

export function posted(roomId: string, author: User, body = 'hello', more: { number?: number; mentions?: Mentions } = {}): EventDraft {
  const mark = stamp(author.id);
  const data = { messageId: mark.id, number: 1, author, body, ...more };
  return forRoom({ ...mark, type: 'message.posted', roomId, clientMsgId: testId(), data });
}

/** An event for a whole room that asks nothing of the room but to exist. */
export function edited(roomId: string, messageId = testId(), body = 'hello again'): EventDraft {
  return forRoom({ ...stamp(), type: 'message.edited', roomId, data: { messageId, body } });
}

export function removed(roomId: string, messageId: string): EventDraft {
  return forRoom({ ...stamp(), type: 'message.removed', roomId, data: { messageId } });
}

export function reacted(roomId: string, messageId: string, users: readonly User[], emoji = '👍'): EventDraft {
  return forRoom({ ...stamp(), type: 'message.reacted', roomId, data: { messageId, emoji, users: [...users], sinceTs: 0 } });
}

/** Somebody has read up to `number`, and lets everyone know. */
export function readUpTo(roomId: string, user: User, number: number, ownAfter = 0): EventDraft {
  return forRoom({ ...stamp(user.id), type: 'read.moved', roomId, data: { user, number, ownAfter } });
}

/** Somebody has read up to `number`, which is nobody else's concern. */
export function readQuietly(roomId: string, user: User, number: number, ownAfter = 0): EventDraft {
  return forUser(user, { ...stamp(user.id), type: 'read.moved', roomId, data: { user, number, ownAfter } });
}

export function unreadFrom(roomId: string, user: User, read: ReadMark): EventDraft {
  return forUser(user, { ...stamp(user.id), type: 'read.reset', roomId, data: read });
}

export function preferred(roomId: string, user: User, preference: RoomPreference): EventDraft {
  return forUser(user, { ...stamp(user.id), type: 'room.preferred', roomId, data: preference });
}

function forRoom(event: EventDraft['event']): EventDraft {
  return { audience: `room:${event.roomId}`, event };
}

function forUser({ id }: User, event: EventDraft['event']): EventDraft {
  return { audience: `user:${id}`, event };
}
