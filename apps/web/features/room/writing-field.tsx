'use client';
import { useLocale } from 'next-intl';
import { type ChangeEvent, type ComponentProps, type KeyboardEvent, type RefObject, useMemo } from 'react';
import { cn } from '@/components/ui/cn';
import { emojiSuggestions } from '@/features/emoji/emoji-suggestions';
import { useShortcodes } from '@/features/emoji/use-shortcodes';
import type { SuggestionSource } from '@/features/suggestions/suggestion-source';
import { SuggestionList } from '@/features/suggestions/suggestion-list';
import { useSuggestions } from '@/features/suggestions/use-suggestions';
import { composerAction, isComposing } from './composer-key';
import { useWritingHabits } from './use-writing-habits';

type Named = Pick<ComponentProps<'textarea'>, 'id' | 'aria-label' | 'aria-describedby' | 'placeholder' | 'autoFocus' | 'onFocus' | 'onPaste' | 'className'>;

interface WritingFieldProps extends Named {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onWrite: (text: string) => void;
  onSend: () => void;
  /** Esc, while there is something to cancel. */
  onCancel: (() => void) | undefined;
  /** What else is suggested while one writes. */
  sources: readonly SuggestionSource[];
  onSelectText?: (from: number, to: number) => void;
  /** ↑ where nothing is written. */
  onEditLast?: () => void;
  onLeave?: () => void;
}

/** A field one writes a message in, a new one or one that was sent: its keys, and what it suggests. Its parent is positioned. */
export function WritingField({ field, text, onWrite, onSend, onCancel, sources: others, onSelectText, onEditLast, onLeave, className, ...named }: WritingFieldProps) {
  const locale = useLocale();
  const habits = useWritingHabits();
  const replaceShortcode = useShortcodes(field, locale);
  const sources = useMemo(() => [emojiSuggestions(locale), ...others], [locale, others]);
  const suggestions = useSuggestions(field, sources);

  function onChange({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    onWrite(target.value);
    void suggestions.look();
    void replaceShortcode(nativeEvent);
  }

  function onSelect() {
    if (field.current) onSelectText?.(field.current.selectionStart, field.current.selectionEnd);
    void suggestions.look();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event.nativeEvent) || suggestions.onKeyDown(event)) return;
    const action = composerAction(event.nativeEvent, { ...habits(), empty: onEditLast !== undefined && text.length === 0 });
    if (action === 'type' || (action === 'cancel' && !onCancel)) return;
    event.preventDefault();
    if (action === 'cancel') onCancel?.();
    else if (action === 'edit-last') onEditLast?.();
    else if (!event.repeat) onSend();
  }

  function onBlur() {
    onLeave?.();
    suggestions.close();
  }

  return (
    <>
      <SuggestionList {...suggestions.list} />
      <textarea
        ref={field}
        rows={1}
        value={text}
        onChange={onChange}
        onSelect={onSelect}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        autoComplete="off"
        enterKeyHint="enter"
        className={cn('field-sizing-content min-h-10 w-full min-w-0 resize-none bg-transparent text-base outline-none', className)}
        {...named}
        {...suggestions.fieldProps}
      />
    </>
  );
}
