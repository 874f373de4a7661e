import { describe, expect, it } from '@jest/globals';
import { type Press, shortcutOf } from './shortcut-of';
import { isSingle, SHORTCUTS } from './shortcuts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, code: '', keyCode: 0, isComposing: false, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });
const PAGE = { inField: false, singleKeys: true };
const FIELD = { inField: true, singleKeys: true };

describe('shortcuts', () => {
  it.each([
    ['palette', press('k', { ctrlKey: true })],
    ['palette', press('k', { metaKey: true })],
    ['palette', press('л', { ctrlKey: true, code: 'KeyK' })],
    ['nextUnread', press('ArrowDown', { altKey: true, shiftKey: true })],
    ['previousUnread', press('ArrowUp', { altKey: true, shiftKey: true })],
    ['markRead', press('Escape', { shiftKey: true })],
    ['back', press('Escape')],
    ['settings', press(',', { metaKey: true })],
  ])('[ux I4] %s is heard everywhere, in fields as well', (id, pressed) => {
    expect(shortcutOf(pressed, PAGE)).toBe(id);
    expect(shortcutOf(pressed, FIELD)).toBe(id);
    expect(shortcutOf(pressed, { ...FIELD, singleKeys: false })).toBe(id);
  });

  it.each([
    ['sheet', press('?', { shiftKey: true })],
    ['compose', press('c')],
    ['compose', press('с', { code: 'KeyC' })],
    ['newRoom', press('n')],
    ['search', press('/')],
    ['search', press('/', { shiftKey: true })],
  ])('[ux I4] %s is a single key: not in fields, and not at all when it was turned off', (id, pressed) => {
    expect(shortcutOf(pressed, PAGE)).toBe(id);
    expect(shortcutOf(pressed, FIELD)).toBeNull();
    expect(shortcutOf(pressed, { ...PAGE, singleKeys: false })).toBeNull();
  });

  it.each([
    ['another modifier', press('k', { ctrlKey: true, altKey: true })],
    ['a capital', press('C', { shiftKey: true })],
    ['a browser shortcut', press('c', { ctrlKey: true })],
    ['what the list hears', press('ArrowDown')],
    ['what the composer hears', press('Enter')],
  ])('%s is left alone', (_what, pressed) => {
    expect(shortcutOf(pressed, PAGE)).toBeNull();
  });

  it.each([[{ isComposing: true }], [{ keyCode: 229 }]])('[ux D2] nothing is heard while an input method composes: %j', (composing) => {
    for (const { combo } of SHORTCUTS) {
      const pressed = press(combo.key, { ctrlKey: 'mod' in combo, altKey: 'alt' in combo, shiftKey: 'shift' in combo, ...composing });
      expect(shortcutOf(pressed, PAGE)).toBeNull();
    }
  });

  it('[ux I4] only those with nothing held are single', () => {
    expect(SHORTCUTS.filter(({ combo }) => isSingle(combo)).map(({ id }) => id)).toEqual(['search', 'newRoom', 'sheet', 'compose']);
  });
});
