import { describe, expect, it } from '@jest/globals';
import { composerAction, type KeyPress } from './composer-key';

const desk = { sendWith: 'enter', touch: false, empty: false } as const;
const careful = { ...desk, sendWith: 'ctrl-enter' } as const;
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
  it('[ux D1] sends with Enter and breaks the line with Shift+Enter', () => {
    expect(composerAction(press('Enter'), desk)).toBe('send');
    expect(composerAction(press('Enter', { shiftKey: true }), desk)).toBe('type');
  });

  it('[ux D1] sends with Ctrl+Enter only, when that is the choice', () => {
    expect(composerAction(press('Enter'), careful)).toBe('type');
    expect(composerAction(press('Enter', { shiftKey: true }), careful)).toBe('type');
    expect(composerAction(press('Enter', { ctrlKey: true }), careful)).toBe('send');
    expect(composerAction(press('Enter', { metaKey: true }), careful)).toBe('send');
  });

  it('[ux D1] breaks the line with Enter on a touch keyboard, and still sends with Ctrl or ⌘', () => {
    expect(composerAction(press('Enter'), { ...desk, touch: true })).toBe('type');
    expect(composerAction(press('Enter', { ctrlKey: true }), { ...desk, touch: true })).toBe('send');
    expect(composerAction(press('Enter', { metaKey: true }), desk)).toBe('send');
  });

  it('[ux D2] leaves every key to an input method that composes', () => {
    for (const habits of [desk, careful]) {
      expect(composerAction(press('Enter', { isComposing: true, ctrlKey: true }), habits)).toBe('type');
      expect(composerAction(press('Enter', { keyCode: 229 }), habits)).toBe('type');
      expect(composerAction(press('Process', { keyCode: 229, ctrlKey: true }), habits)).toBe('type');
      expect(composerAction(press('Escape', { keyCode: 229 }), habits)).toBe('type');
    }
  });

  it('[ux D4] edits the last message with ↑ in an empty field only, and leaves with Esc', () => {
    expect(composerAction(press('ArrowUp'), { ...desk, empty: true })).toBe('edit-last');
    expect(composerAction(press('ArrowUp'), desk)).toBe('type');
    expect(composerAction(press('ArrowUp', { shiftKey: true }), { ...desk, empty: true })).toBe('type');
    expect(composerAction(press('Escape'), desk)).toBe('cancel');
  });
});
