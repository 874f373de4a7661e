import type { Mentions, PostMessage } from '@fourways/chat-core';
import type { Needs } from '../log/decision.js';
import type { WorkingSet } from '../log/working-set.js';

type Called = PostMessage['mentions'];

/** What a command must see to tell whom a text calls. */
export function mentionNeeds(roomId: string, called: Called = []): Required<Pick<Needs, 'users' | 'memberships'>> {
  const users = [...new Set(called)].filter((id) => id !== 'room');
  return { users, memberships: users.map((userId) => ({ roomId, userId })) };
}

/** Of those who were named, the ones in the room whose `@name` is in the text. */
export function mentionsOf(state: WorkingSet, roomId: string, body: string, called: Called = []): Mentions | undefined {
  const people = mentionNeeds(roomId, called).users.flatMap((id) => {
    const user = state.users.get(id);
    return user && state.stay(roomId, id) && body.includes(`@${user.name}`) ? [user] : [];
  });
  const room = called.includes('room') && body.includes('@room');
  return people.length > 0 || room ? { people, ...(room && { room: true as const }) } : undefined;
}
