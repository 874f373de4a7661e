import type { Preferences } from '@/features/preferences/preferences';

export interface KeyPress {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export interface WritingHabits {
  sendWith: Preferences['sendWith'];
  /** A keyboard on the screen. */
  touch: boolean;
}

export type ComposerAction = 'send' | 'edit-last' | 'cancel' | 'type';

/** What a key does in the composer. On a touch keyboard Enter is a new line. */
export function composerAction(press: KeyPress, { sendWith, touch, empty }: WritingHabits & { empty: boolean }): ComposerAction {
  if (isComposing(press)) return 'type';
  if (press.key === 'Enter') return enterSends(press, touch || sendWith === 'ctrl-enter') ? 'send' : 'type';
  const plain = !press.shiftKey && !press.altKey && !press.ctrlKey && !press.metaKey;
  if (press.key === 'Escape' && plain) return 'cancel';
  return press.key === 'ArrowUp' && plain && empty ? 'edit-last' : 'type';
}

/** While an input method composes, keys belong to it: Safari ends the composition before it reports the key, and then only key code 229 tells. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

function enterSends({ shiftKey, altKey, ctrlKey, metaKey }: KeyPress, breaksLine: boolean): boolean {
  if (ctrlKey || metaKey) return true;
  return !shiftKey && !altKey && !breaksLine;
}
