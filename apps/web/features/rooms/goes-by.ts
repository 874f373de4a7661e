import { folded } from '@fourways/chat-core';

/** Whether a word of the name begins so, as the server finds people: what was found for fewer letters is narrowed at once. */
export function goesBy(name: string, typed: string): boolean {
  return ` ${folded(name)}`.includes(` ${folded(typed.trim())}`);
}
