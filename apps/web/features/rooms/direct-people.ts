import type { Room, User } from '@fourways/chat-core';

/** The others of a direct room; nobody in the room for notes to oneself. */
export function othersIn({ people = [] }: Room, me: string): readonly User[] {
  return people.filter(({ id }) => id !== me);
}
