'use client';
import { useLocale } from 'next-intl';
import { type ChangeEvent, type ComponentProps, type KeyboardEvent, type RefObject, useMemo } from 'react';
import { emojiSuggestions } from '@/features/emoji/emoji-suggestions';
import { useShortcodes } from '@/features/emoji/use-shortcodes';
import type { SuggestionSource } from '@/features/suggestions/suggestion-source';
import { SuggestionList } from '@/features/suggestions/suggestion-list';
import { useSuggestions } from '@/features/suggestions/use-suggestions';
import { composerAction, isComposing } from './composer-key';
import type { useComposer } from './use-composer';
import { useWritingHabits } from './use-writing-habits';

interface ComposerFieldProps extends Pick<ComponentProps<'textarea'>, 'aria-label' | 'aria-describedby' | 'placeholder'> {
  field: RefObject<HTMLTextAreaElement | null>;
  composer: ReturnType<typeof useComposer>;
  sources: readonly SuggestionSource[];
  onEditLast: () => void;
  onCancel: () => void;
}

/** The field one writes in: its keys, and what it suggests. */
export function ComposerField({ field, composer, sources: others, onEditLast, onCancel, ...named }: ComposerFieldProps) {
  const locale = useLocale();
  const habits = useWritingHabits();
  const replaceShortcode = useShortcodes(field, locale);
  const sources = useMemo(() => [emojiSuggestions(locale), ...others], [locale, others]);
  const suggestions = useSuggestions(field, sources);

  function onChange({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    composer.change(target.value);
    void suggestions.look();
    void replaceShortcode(nativeEvent);
  }

  function onSelect() {
    if (field.current) composer.select(field.current.selectionStart, field.current.selectionEnd);
    void suggestions.look();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event.nativeEvent) || suggestions.onKeyDown(event)) return;
    const action = composerAction(event.nativeEvent, { ...habits(), empty: composer.text.length === 0 });
    if (action === 'cancel') return onCancel();
    if (action === 'type') return;
    event.preventDefault();
    if (action === 'edit-last') onEditLast();
    else if (!event.repeat) composer.send();
  }

  function onBlur() {
    composer.leave();
    suggestions.close();
  }

  return (
    <>
      <SuggestionList {...suggestions.list} />
      <textarea
        ref={field}
        id="composer"
        rows={1}
        value={composer.text}
        onChange={onChange}
        onSelect={onSelect}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        autoComplete="off"
        enterKeyHint="enter"
        className="field-sizing-content max-h-[40dvh] min-h-10 w-full min-w-0 flex-1 resize-none bg-transparent px-3 py-2 text-base leading-6 outline-none placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap placeholder:text-soft"
        {...named}
        {...suggestions.fieldProps}
      />
    </>
  );
}
