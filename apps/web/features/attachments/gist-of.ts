import type { Message } from '@fourways/chat-core';
import { oneLine } from '@/features/markdown/one-line';

/** A message in one line: the beginning of its text, or else the names of its files. */
export function gistOf({ body, attachments = [] }: Pick<Message, 'body' | 'attachments'>): string {
  return oneLine(body) || attachments.map(({ name }) => name).join(', ');
}
