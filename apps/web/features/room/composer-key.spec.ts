import { describe, expect, it } from '@jest/globals';
import { composerAction, type KeyPress } from './composer-key';

const desk = { touch: false, empty: false };
const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: key === 'Enter' ? 13 : 38,
  isComposing: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...rest,
});

describe('a key in the composer', () => {
  it('[D1] sends with Enter and breaks the line with Shift+Enter', () => {
    expect(composerAction(press('Enter'), desk)).toBe('send');
    expect(composerAction(press('Enter', { shiftKey: true }), desk)).toBe('type');
  });

  it('[D1] breaks the line with Enter on a touch keyboard, and still sends with Ctrl or ⌘', () => {
    expect(composerAction(press('Enter'), { ...desk, touch: true })).toBe('type');
    expect(composerAction(press('Enter', { ctrlKey: true }), { ...desk, touch: true })).toBe('send');
    expect(composerAction(press('Enter', { metaKey: true }), desk)).toBe('send');
  });

  it('[D2] leaves Enter to an input method that composes', () => {
    expect(composerAction(press('Enter', { isComposing: true }), desk)).toBe('type');
    expect(composerAction(press('Enter', { keyCode: 229 }), desk)).toBe('type');
    expect(composerAction(press('Process', { keyCode: 229, ctrlKey: true }), desk)).toBe('type');
  });

  it('[D4] edits the last message with ↑ in an empty field only', () => {
    expect(composerAction(press('ArrowUp'), { ...desk, empty: true })).toBe('edit-last');
    expect(composerAction(press('ArrowUp'), desk)).toBe('type');
    expect(composerAction(press('ArrowUp', { shiftKey: true }), { ...desk, empty: true })).toBe('type');
  });
});
