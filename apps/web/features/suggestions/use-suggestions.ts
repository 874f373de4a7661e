'use client';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { insertText } from './insert-text';
import type { Suggestion, SuggestionSource } from './suggestion-source';
import { type TypedQuery, typedQuery } from './typed-query';

/** No longer than this a key is kept for an answer that has not come. */
const WAIT_MS = 1_000;

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
  /** Since when somebody waits who was quicker than the answer, to take the first that it brings. */
  const takesFirstSince = useRef<number | null>(null);

  /** Call it whenever the text or the caret has changed. */
  async function look() {
    const typed = typedNow(field.current, sources);
    if (typed?.from !== dismissedAt.current) dismissedAt.current = -1;
    if (typed && isSame(typed, asked.current)) return;
    asked.current = typed;
    takesFirstSince.current = null;
    if (!typed || dismissedAt.current >= 0) return setOffer(null);
    setOffer((now) => now && (isSameWord(now.typed, typed) ? now : null));
    const options = await Promise.resolve(typed.source.find(typed.query)).catch(() => []);
    if (asked.current !== typed) return;
    const [first] = options;
    if (first && waits()) return pick(first);
    setOffer(first ? { typed, options, active: 0 } : null);
  }

  function close() {
    asked.current = null;
    setOffer(null);
  }

  /** In the place of all that has been typed of the word. */
  function pick({ insert, onPick }: Suggestion) {
    if (!asked.current || !field.current) return;
    const { from, to } = asked.current;
    close();
    onPick?.();
    insertText(field.current, insert, from, to);
  }

  function waits(): boolean {
    return takesFirstSince.current !== null && performance.now() - takesFirstSince.current < WAIT_MS;
  }

  /** What is offered may be for less than what is typed by now: unless somebody has moved in it, the answer is waited for. False: that took too long. */
  function take({ typed, options, active }: Offer): boolean {
    if (typed === asked.current || active > 0) {
      pick(options[active]!);
      return true;
    }
    takesFirstSince.current ??= performance.now();
    return waits();
  }

  function move(step: number) {
    setOffer((now) => now && { ...now, active: (now.active + step + now.options.length) % now.options.length });
  }

  function dismiss() {
    dismissedAt.current = offer?.typed.from ?? -1;
    close();
  }

  /** Whether the list took the key. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!offer || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    const acts: Record<string, () => boolean | void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => take(offer),
      Tab: () => take(offer),
      Escape: dismiss,
    };
    const act = acts[event.key];
    if (!act || act() === false) return false;
    event.preventDefault();
    event.stopPropagation();
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
  return before !== null && isSameWord(typed, before) && typed.query === before.query;
}

function isSameWord(typed: TypedQuery, before: TypedQuery): boolean {
  return typed.from === before.from && typed.source === before.source;
}
