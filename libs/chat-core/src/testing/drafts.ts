import type { EventDraft } from '../event-log.js';
import type { RoomKind } from '../room.js';
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

/** A room comes to be: for everyone to see, or for one person alone. */
export function created(roomId: string, { kind = 'public', by = testId() }: { kind?: RoomKind; by?: string } = {}): EventDraft {
  const mark = stamp(by);
  const room = { id: roomId, name: `room ${roomId.slice(-4)}`, kind, createdTs: 0 };
  return { audience: kind === 'public' ? 'all' : `user:${by}`, event: { ...mark, type: 'room.created', roomId, data: { room } } };
}

export function joined(roomId: string, user: User, memberCount = 1): EventDraft {
  const room = { id: roomId, name: `room ${roomId.slice(-4)}`, kind: 'public' as const, createdTs: 0 };
  return { audience: `room:${roomId}`, event: { ...stamp(user.id), type: 'member.joined', roomId, data: { room, user, memberCount } } };
}

export function left(roomId: string, user: User, memberCount = 0): EventDraft {
  return { audience: `room:${roomId}`, event: { ...stamp(user.id), type: 'member.left', roomId, data: { userId: user.id, memberCount } } };
}

export function posted(roomId: string, author: User, body = 'hello'): EventDraft {
  const mark = stamp(author.id);
  const data = { messageId: mark.id, author, body };
  return { audience: `room:${roomId}`, event: { ...mark, type: 'message.posted', roomId, clientMsgId: testId(), data } };
}

/** An event for a whole room that asks nothing of the room but to exist. */
export function edited(roomId: string, messageId = testId(), body = 'hello again'): EventDraft {
  return { audience: `room:${roomId}`, event: { ...stamp(), type: 'message.edited', roomId, data: { messageId, body } } };
}

export function removed(roomId: string, messageId: string): EventDraft {
  return { audience: `room:${roomId}`, event: { ...stamp(), type: 'message.removed', roomId, data: { messageId } } };
}
