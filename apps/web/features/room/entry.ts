import type { LocalEcho } from '@fourways/chat-client';
import type { Message } from '@fourways/chat-core';

/** A line of the conversation: a message of the log, or the echo of one that is on its way there. */
export type Entry = Message | LocalEcho;

export function isEcho(entry: Entry): entry is LocalEcho {
  return 'echo' in entry;
}
