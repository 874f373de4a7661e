import type { Combo } from './shortcuts';

const signs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** What stands on the keys. */
export function keyNames({ key, mod, alt, shift }: Combo, mac: boolean): string[] {
  const held = [mod && (mac ? '⌘' : 'Ctrl'), alt && (mac ? '⌥' : 'Alt'), shift && (mac ? '⇧' : 'Shift')];
  return [...held.filter((name) => typeof name === 'string'), signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)];
}
