import type { Message } from './message.js';

/** Everything that is written in a message, as it is searched: its text, the names of its files, and what its pictures show. */
export function messageText({ body, attachments = [] }: Pick<Message, 'body' | 'attachments'>): string {
  return [body, ...attachments.flatMap(({ name, alt }) => [name, alt])].filter(Boolean).join('\n');
}
