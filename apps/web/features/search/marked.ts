interface Piece {
  readonly text: string;
  readonly found: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A text in pieces, so that the words it was found for can be marked. The server has them in their compatible form. */
export function marked(text: string, words: readonly string[]): readonly Piece[] {
  const found = new Set(words);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!found.has(word.normalize('NFKC'))) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), found: false });
    pieces.push({ text: word, found: true });
    end = index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}
