import type { Unread } from '@fourways/chat-client';
import type { Message, NotifyLevel, Room, User } from '@fourways/chat-core';

/** What a message is to its reader. */
export type Concern = 'direct' | 'mention' | 'room';

export function concernOf({ mentions }: Pick<Message, 'mentions'>, room: Room, me: User): Concern {
  if (room.kind === 'direct') return 'direct';
  return mentions?.room || mentions?.people.some(({ id }) => id === me.id) ? 'mention' : 'room';
}

/** How much of what is unread is worth a number on the window. */
export function countOf({ messages, mentions }: Unread, level: NotifyLevel): number {
  if (level === 'everything') return messages;
  return level === 'mentions' ? mentions : 0;
}
