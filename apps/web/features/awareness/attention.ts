import type { Message, Room, User } from '@fourways/chat-core';

/** What a message is to its reader. */
export type Concern = 'direct' | 'mention' | 'room';

export function concernOf({ mentions }: Pick<Message, 'mentions'>, room: Room, me: User): Concern {
  if (mentions?.room || mentions?.people.some(({ id }) => id === me.id)) return 'mention';
  return room.kind === 'direct' ? 'direct' : 'room';
}
