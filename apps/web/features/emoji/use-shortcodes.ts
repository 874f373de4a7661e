'use client';
import { type RefObject, useCallback } from 'react';
import { insertText } from '@/features/suggestions/insert-text';
import { emojiNamed, namedEmoji } from './emoji-names';
import { closedShortcode, type Shortcode } from './shortcode';

/** Give the answer each change of the field: `:tada:` becomes 🎉, and Ctrl-Z makes it `:tada:` again. */
export function useShortcodes(field: RefObject<HTMLTextAreaElement | null>, locale: string): (change: Event) => Promise<void> {
  return useCallback(
    async (change) => {
      const code = isTyping(change) ? typedIn(field.current) : null;
      if (!code) return;
      const emoji = emojiNamed(await namedEmoji(locale).catch(() => []), code.name);
      const now = typedIn(field.current);
      if (emoji && field.current && now?.from === code.from && now.name === code.name) insertText(field.current, emoji, code.from, code.to);
    },
    [field, locale],
  );
}

function typedIn(field: HTMLTextAreaElement | null): Shortcode | null {
  return field && field === document.activeElement ? closedShortcode(field.value, field.selectionStart) : null;
}

/** What was undone or deleted must not be done again. */
function isTyping(change: Event): boolean {
  return !(change instanceof InputEvent) || !/^(?:history|delete)/.test(change.inputType);
}
