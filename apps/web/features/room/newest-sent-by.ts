import type { Message } from '@fourways/chat-core';
import { type Entry, isEcho } from './entry';

/** The newest message of a person, if it has arrived and is still there: it tells how far it has come. */
export function newestSentBy(userId: string, entries: readonly Entry[]): Message | undefined {
  const newest = entries.findLast((entry) => entry.author.id === userId);
  return newest && !isEcho(newest) && !newest.removed ? newest : undefined;
}
