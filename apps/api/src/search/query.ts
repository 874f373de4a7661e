import { folded } from '@fourways/chat-core';
import { roomWord, stemOf, wordsOf } from './words.js';

/** What somebody looks for: messages that have each of the words in some form, the last one perhaps not yet typed to its end. */
export class Query {
  private readonly words: readonly string[];

  constructor(text: string) {
    this.words = [...new Set(wordsOf(text).map(folded))];
  }

  get empty(): boolean {
    return this.words.length === 0;
  }

  /** In the language of FTS5, for these rooms. Words hold letters and digits only, so nothing can end the quotes. */
  matchIn(roomIds: readonly string[]): string {
    const words = this.words.map((word, i) => (i === this.words.length - 1 ? `("${stemOf(word)}" OR "${word}"*)` : `"${stemOf(word)}"`)).join(' AND ');
    return `room : (${roomIds.map(roomWord).join(' OR ')}) AND terms : (${words})`;
  }

  /** Those words of a text for which it was found. */
  wordsIn(text: string): string[] {
    const stems = new Set(this.words.map(stemOf));
    const begun = this.words.at(-1)!;
    return [...new Set(wordsOf(text).filter((word) => stems.has(stemOf(word)) || folded(word).startsWith(begun)))];
  }
}
