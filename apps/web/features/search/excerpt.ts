/** How much of a text is shown, and how much of that stands before the word, in characters. */
interface Span {
  readonly before: number;
  readonly most: number;
}

/** The part of a long text around the first of these words. */
export function excerpt(text: string, words: readonly string[], { before, most }: Span): string {
  if (text.length <= most) return text;
  const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0);
  const first = Math.max(0, Math.min(...places, text.length) - before);
  const start = Math.min(first, text.length - most);
  const whole = text.slice(start, start + most).toWellFormed();
  return `${start > 0 ? '…' : ''}${whole}${start + most < text.length ? '…' : ''}`;
}
