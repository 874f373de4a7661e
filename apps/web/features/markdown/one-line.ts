const FENCE = /```[^\n`]*\n?/g;
const MARKS = /\*\*|__|~~|`|^#{1,6} |^> ?/gm;
const LONGEST = 200;

/** The beginning of a text in one line, without the signs of its Markdown. */
export function oneLine(text: string): string {
  return text.replace(FENCE, '').replace(MARKS, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
