const BEFORE = 60;
const MOST = 280;

/** The part of a long text around the first of these words. */
export function excerpt(text: string, words: readonly string[]): string {
  if (text.length <= MOST) return text;
  const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0);
  const first = Math.max(0, Math.min(...places, text.length) - BEFORE);
  const start = Math.min(first, text.length - MOST);
  const whole = text.slice(start, start + MOST).toWellFormed();
  return `${start > 0 ? '…' : ''}${whole}${start + MOST < text.length ? '…' : ''}`;
}
