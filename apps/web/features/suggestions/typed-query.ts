import type { SuggestionSource } from './suggestion-source';

export interface TypedQuery {
  readonly source: SuggestionSource;
  readonly query: string;
  /** The place of the trigger. */
  readonly from: number;
  /** The caret. */
  readonly to: number;
}

/** No name is longer; the text before the caret may be. */
const LONGEST = 64;

/** What is being typed at the caret that one of the sources may complete. */
export function typedQuery(text: string, caret: number, sources: readonly SuggestionSource[]): TypedQuery | null {
  const word = /\S*$/.exec(text.slice(Math.max(0, caret - LONGEST), caret))?.[0] ?? '';
  for (const source of sources) {
    const place = word.lastIndexOf(source.trigger);
    const query = word.slice(place + 1);
    if (place < 0 || query.length < source.minChars || /[\p{L}\p{N}]/u.test(word.charAt(place - 1))) continue;
    if (/^[\p{L}\p{N}_+-]*$/u.test(query)) return { source, query, from: caret - query.length - 1, to: caret };
  }
  return null;
}
