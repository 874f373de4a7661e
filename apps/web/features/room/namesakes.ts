import type { User } from '@fourways/chat-core';

/** The names that more than one of these people carries. */
export function sharedNames(people: Iterable<User>): ReadonlySet<string> {
  const idOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of people) {
    const known = idOf.get(name);
    if (known !== undefined && known !== id) shared.add(name);
    idOf.set(name, id);
  }
  return shared;
}

/** Four characters that tell a person from a namesake; the end of an id is its random part. */
export function tagOf(user: User, shared: ReadonlySet<string>): string | null {
  return shared.has(user.name) ? user.id.slice(-4) : null;
}
