const FENCE = /```[^\n`]*\n?/g;
const PAIRS = /(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g;
const SINGLES = /`|^#{1,6} |^> ?/gm;

/** A text without the signs of its Markdown, for where it is told and not drawn. */
export function withoutMarks(text: string): string {
  return text.replace(FENCE, '').replace(PAIRS, '$2').replace(SINGLES, '');
}
