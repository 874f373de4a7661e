import type { SuggestionSource } from '@/features/suggestions/suggestion-source';
import { findEmoji, namedEmoji } from './emoji-names';

const SHOWN = 8;

/** `:roc` offers 🚀, by its name or by a word of the reader's language. */
export function emojiSuggestions(locale: string): SuggestionSource {
  return {
    trigger: ':',
    minChars: 2,
    find: async (query) =>
      findEmoji(await namedEmoji(locale), query, SHOWN).map(({ emoji, label, names: [name] }) => ({
        id: emoji,
        insert: `${emoji} `,
        label,
        icon: <span className="w-7 shrink-0 text-center text-xl leading-none">{emoji}</span>,
        ...(name && { detail: `:${name}:` }),
      })),
  };
}
