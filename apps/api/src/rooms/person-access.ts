import { ChatError, type User } from '@fourways/chat-core';
import type { WorkingSet } from '../log/working-set.js';
import { SYSTEM_PERSON } from '../session/system-person.js';

/** Somebody who can be brought into a room; refuses whoever does not exist. */
export function personOf(state: WorkingSet, userId: string): User {
  const person = state.users.get(userId);
  if (!person || person.id === SYSTEM_PERSON.id) throw new ChatError('user_not_found');
  return person;
}
