/** A key with what is held down beside it. `mod` is ⌘ on a Mac, and Ctrl elsewhere. */
export interface Combo {
  readonly key: string;
  readonly mod?: true;
  readonly alt?: true;
  readonly shift?: true;
}

interface Shortcut {
  readonly id: string;
  readonly group: 'around' | 'messages' | 'writing';
  readonly combo: Combo;
  /** Who hears it, if not the whole page. */
  readonly heardBy?: 'list' | 'composer';
}

/** All keys: what the page hears, and what the sheet shows. */
export const SHORTCUTS = [
  { id: 'palette', group: 'around', combo: { key: 'k', mod: true } },
  { id: 'nextUnread', group: 'around', combo: { key: 'ArrowDown', alt: true, shift: true } },
  { id: 'previousUnread', group: 'around', combo: { key: 'ArrowUp', alt: true, shift: true } },
  { id: 'markRead', group: 'around', combo: { key: 'Escape', shift: true } },
  { id: 'search', group: 'around', combo: { key: '/' } },
  { id: 'newRoom', group: 'around', combo: { key: 'n' } },
  { id: 'settings', group: 'around', combo: { key: ',', mod: true } },
  { id: 'sheet', group: 'around', combo: { key: '?' } },
  { id: 'back', group: 'messages', combo: { key: 'Escape' } },
  { id: 'previousMessage', group: 'messages', combo: { key: 'ArrowUp' }, heardBy: 'list' },
  { id: 'nextMessage', group: 'messages', combo: { key: 'ArrowDown' }, heardBy: 'list' },
  { id: 'compose', group: 'writing', combo: { key: 'c' } },
  { id: 'send', group: 'writing', combo: { key: 'Enter' }, heardBy: 'composer' },
  { id: 'newLine', group: 'writing', combo: { key: 'Enter', shift: true }, heardBy: 'composer' },
  { id: 'editLast', group: 'writing', combo: { key: 'ArrowUp' }, heardBy: 'composer' },
] as const satisfies readonly Shortcut[];

type Entry = (typeof SHORTCUTS)[number];

/** Those that the page hears. */
export type ShortcutId = Exclude<Entry, { heardBy: string }>['id'];

/** One printing key and nothing held: easily pressed by mistake, or by speech input (WCAG 2.1.4). */
export function isSingle({ key, mod, alt }: Combo): boolean {
  return key.length === 1 && !mod && !alt;
}
