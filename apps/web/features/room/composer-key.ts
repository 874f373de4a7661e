export interface KeyPress {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export type ComposerAction = 'send' | 'edit-last' | 'type';

/**
 * What a key does in the composer. While an input method composes, Enter belongs to it: Safari ends the composition
 * before it reports the key, and then only key code 229 tells. On a touch keyboard Enter is a new line.
 */
export function composerAction(press: KeyPress, { touch, empty }: { touch: boolean; empty: boolean }): ComposerAction {
  if (press.isComposing || press.keyCode === 229) return 'type';
  if (press.key === 'Enter') return enterSends(press, touch) ? 'send' : 'type';
  const plain = !press.shiftKey && !press.altKey && !press.ctrlKey && !press.metaKey;
  return press.key === 'ArrowUp' && plain && empty ? 'edit-last' : 'type';
}

function enterSends({ shiftKey, altKey, ctrlKey, metaKey }: KeyPress, touch: boolean): boolean {
  if (ctrlKey || metaKey) return true;
  return !shiftKey && !altKey && !touch;
}
