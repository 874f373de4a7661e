const FENCE = /```[^\n`]*\n?/g;
/** Emphasis, of some length: a longer one is left as it is, so that no text takes long. */
const PAIRS = /(\*\*|__|~~)(?=\S)([^\n]{0,400}?\S)\1/g;
const SINGLES = /`|^#{1,6} |^> ?/gm;

/** A text without the signs of its Markdown, for where it is told and not drawn: fences, emphasis, headings, quotes. Links stay as they were typed. */
export function withoutMarks(text: string): string {
  return text.replace(FENCE, '').replace(PAIRS, '$2').replace(SINGLES, '');
}
