import { mentionsIn, unreadIn } from '@fourways/chat-core';
import type { ChatView } from './view.js';

/** How many messages of others are unread in a room, and how many of them mention me. */
export interface Unread {
  readonly messages: number;
  readonly mentions: number;
}

/** What was read here counts at once, before the server knows. */
export function unreadOf({ timeline, readAhead }: Pick<ChatView, 'timeline' | 'readAhead'>, roomId: string): Unread {
  const room = timeline?.rooms.get(roomId);
  if (!room) return { messages: 0, mentions: 0 };
  const ahead = readAhead.get(roomId) ?? 0;
  if (ahead <= room.read.number) return { messages: unreadIn(room), mentions: mentionsIn(room) };
  const mentions = room.read.mentions.filter(({ number }) => number > ahead);
  const ownAfter = Math.min(room.read.ownAfter, room.lastNumber - ahead);
  const read = { number: ahead, ownAfter, mentions };
  return { messages: unreadIn({ ...room, read }), mentions: mentions.length };
}
