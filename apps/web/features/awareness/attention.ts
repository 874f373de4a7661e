import type { Message, Room, RoomTimeline, User } from '@fourways/chat-core';

/** What a person wants to be told of in a room. */
export type Level = 'all' | 'mentions' | 'none';

/** What a message is to its reader. */
export type Concern = 'direct' | 'mention' | 'room';

export interface Unread {
  readonly messages: number;
  /** Those among them that concern the reader herself. */
  readonly calls: number;
}

/** Whatever is neither public nor private is between persons. */
export function isDirect({ kind }: Room): boolean {
  const shared: readonly string[] = ['public', 'private'];
  return !shared.includes(kind);
}

export function levelOf(_timeline: RoomTimeline): Level {
  return 'all';
}

export function concernOf({ body }: Pick<Message, 'body'>, room: Room, me: User): Concern {
  if (isDirect(room)) return 'direct';
  return mentions(body, me.name) || mentions(body, 'room') ? 'mention' : 'room';
}

/** What others have written after `seen`, as the number of the room's newest message that was read. */
export function unreadOf({ room, messages }: RoomTimeline, me: User, seen: number): Unread {
  const unread = messages.slice(firstAfter(messages, seen)).filter(({ author, removed }) => author.id !== me.id && !removed);
  return { messages: unread.length, calls: unread.filter((message) => concernOf(message, room, me) !== 'room').length };
}

/** How many of them are worth a number on the window. */
export function countOf({ messages, calls }: Unread, level: Level): number {
  if (level === 'none') return 0;
  return level === 'all' ? messages : calls;
}

function firstAfter(messages: readonly Message[], seen: number): number {
  let first = messages.length;
  while (first > 0 && messages[first - 1]!.roomSeq > seen) first--;
  return first;
}

function mentions(body: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])@${literal}(?![\\p{L}\\p{N}_])`, 'iu').test(body);
}
