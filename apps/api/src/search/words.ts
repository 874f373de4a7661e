import { folded } from '@fourways/chat-core';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';

/** A mark alone is none: phones put one behind an emoji. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LATIN = /^[a-z]+$/;

/** The words of a text as they stand there. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(WORD) ?? [];
}

/** What the forms of a word have in common, in Russian and in English: «сообщение» and «сообщениями», `message` and `messages`. */
export function stemOf(word: string): string {
  const plain = folded(word);
  if (CYRILLIC.test(plain)) return russian(plain);
  return LATIN.test(plain) ? english(plain) : plain;
}

/** A text as the index holds it: the stems for other forms of a word, and the words for those that are being typed. */
export function termsOf(text: string): string {
  return [...new Set(wordsOf(text).flatMap((word) => [stemOf(word), folded(word)]))].join(' ');
}

/** A room as a word of the index: so a search walks only what was said in the rooms that count, however common its words are. */
export function roomWord(roomId: string): string {
  return `room${roomId.replaceAll('-', '')}`;
}
