'use client';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { insertText } from './insert-text';
import type { Suggestion, SuggestionSource } from './suggestion-source';
import { type TypedQuery, typedQuery } from './typed-query';

interface Offer {
  readonly typed: TypedQuery;
  readonly options: readonly Suggestion[];
  readonly active: number;
}

/** A list of completions for a text field, which keeps the focus. Spread `fieldProps` on it and draw a `SuggestionList`. */
export function useSuggestions(field: RefObject<HTMLTextAreaElement | null>, sources: readonly SuggestionSource[]) {
  const listId = useId();
  const [offer, setOffer] = useState<Offer | null>(null);
  const asked = useRef<TypedQuery | null>(null);
  /** Where Esc was pressed: that word is left alone. */
  const dismissedAt = useRef(-1);

  /** Call it whenever the text or the caret has changed. */
  async function look() {
    const typed = typedNow(field.current, sources);
    if (typed?.from !== dismissedAt.current) dismissedAt.current = -1;
    if (typed && isSame(typed, asked.current)) return;
    asked.current = typed;
    if (!typed || dismissedAt.current >= 0) return setOffer(null);
    const options = await Promise.resolve(typed.source.find(typed.query)).catch(() => []);
    if (asked.current === typed) setOffer(options.length > 0 ? { typed, options, active: 0 } : null);
  }

  function close() {
    asked.current = null;
    setOffer(null);
  }

  function pick({ insert, onPick }: Suggestion) {
    if (!offer || !field.current) return;
    const { from, to } = offer.typed;
    close();
    onPick?.();
    insertText(field.current, insert, from, to);
  }

  function move(step: number) {
    setOffer((now) => now && { ...now, active: (now.active + step + now.options.length) % now.options.length });
  }

  function dismiss() {
    dismissedAt.current = offer?.typed.from ?? -1;
    setOffer(null);
  }

  /** Whether the list took the key. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const active = offer?.options[offer.active];
    if (!active || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => pick(active),
      Tab: () => pick(active),
      Escape: dismiss,
    };
    const act = acts[event.key];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  }

  const list = { id: listId, options: offer?.options ?? [], active: offer?.active ?? 0, pick };
  return { list, look, close, onKeyDown, fieldProps: fieldProps(listId, offer) };
}

/** A field of several lines may not be called a combobox: it is a text box that says the same of its list. */
function fieldProps(listId: string, offer: Offer | null) {
  return {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': offer ? listId : undefined,
    'aria-activedescendant': offer ? `${listId}-${offer.active}` : undefined,
  } as const;
}

function typedNow(field: HTMLTextAreaElement | null, sources: readonly SuggestionSource[]): TypedQuery | null {
  if (!field || field.selectionStart !== field.selectionEnd) return null;
  return typedQuery(field.value, field.selectionStart, sources);
}

function isSame(typed: TypedQuery, before: TypedQuery | null): boolean {
  return before !== null && typed.from === before.from && typed.query === before.query && typed.source === before.source;
}
