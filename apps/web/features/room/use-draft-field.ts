'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { drafts } from './drafts';

/** Keeps a field and its draft of one mind when they meet. */
export function useDraftField(field: RefObject<HTMLTextAreaElement | null>, key: string, text: string): void {
  const placed = useRef('');

  /** Somebody quick has typed into the server's page, before there was a script to hear it. */
  useLayoutEffect(() => {
    const early = field.current?.value ?? '';
    const draft = drafts.get(key);
    if (early && early !== draft) drafts.set(key, [draft, early].filter(Boolean).join('\n'));
  }, [field, key]);

  /** The caret comes back to where it was. */
  useEffect(() => {
    const { from, to, text: whole } = drafts.draft(key);
    if (placed.current === key || field.current?.value !== whole) return;
    placed.current = key;
    field.current.setSelectionRange(from, to);
  }, [field, key, text]);
}
