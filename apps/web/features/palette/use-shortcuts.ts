'use client';
import { useEffect, useEffectEvent } from 'react';
import { isField } from '@/components/is-field';
import { usePreferences } from '@/features/preferences/use-preferences';
import { shortcutOf } from './shortcut-of';
import type { ShortcutId } from './shortcuts';

const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** What opens above all else, and closes again, wherever one is. */
const ABOVE: readonly ShortcutId[] = ['palette'];

/** Hears the keys of the whole page. Whatever is open, or has dealt with a key itself, comes first. */
export function useShortcuts(handlers: Record<ShortcutId, () => void>): void {
  const [{ singleKeys }] = usePreferences();

  const hear = useEffectEvent((event: KeyboardEvent, covered: boolean) => {
    if (event.defaultPrevented) return;
    const id = shortcutOf(event, { inField: isField(event.target), singleKeys });
    if (!id || (covered && !ABOVE.includes(id))) return;
    event.preventDefault();
    handlers[id]();
  });

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let covered = false;
    // A popup closes at the key before the page hears it.
    window.addEventListener('keydown', () => (covered = document.querySelector(POPUPS) !== null), { signal, capture: true });
    window.addEventListener('keydown', (event) => hear(event, covered), { signal });
    return () => stop.abort();
  }, []);
}
