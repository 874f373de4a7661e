import { type Combo, isSingle, SHORTCUTS, type ShortcutId } from './shortcuts';

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'isComposing' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

interface Place {
  /** The press goes into a field. */
  readonly inField: boolean;
  /** Whether keys that print may be shortcuts at all (ux I4). */
  readonly singleKeys: boolean;
}

/** What a key means for the page. While an input method composes, it means nothing. */
export function shortcutOf(press: Press, { inField, singleKeys }: Place): ShortcutId | null {
  if (press.isComposing || press.keyCode === 229) return null;
  for (const shortcut of SHORTCUTS) {
    if ('heardBy' in shortcut || !isPressed(shortcut.combo, press)) continue;
    return isSingle(shortcut.combo) && (inField || !singleKeys) ? null : shortcut.id;
  }
  return null;
}

/** What a layout needs Shift for, like `?`, is told by the key alone. */
function isPressed(combo: Combo, press: Press): boolean {
  const { key, mod = false, alt = false, shift = false } = combo;
  const isSign = key.length === 1 && !/[a-z]/.test(key);
  if ((press.ctrlKey || press.metaKey) !== mod || press.altKey !== alt) return false;
  return keyOf(press) === key && (isSign || press.shiftKey === shift);
}

/** The letter that stands on the key in Latin, since with another alphabet the same key is meant. */
function keyOf({ key, code }: Press): string {
  if (key.length !== 1 || /[\x21-\x40\x5b-\x60\x7b-\x7e]/.test(key)) return key;
  if (/[a-z]/i.test(key)) return key.toLowerCase();
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}
