import { withoutMarks } from '@fourways/chat-core';

const LONGEST = 200;

/** The beginning of a text in one line, without the signs of its Markdown. */
export function oneLine(text: string): string {
  return withoutMarks(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
