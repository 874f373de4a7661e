import { expect, it } from '@jest/globals';
import { composerAction, type KeyPress } from '@/features/room/composer-key';
import { comboOf } from './combo-of';
import { SHORTCUTS } from './shortcuts';

const shortcut = (id: string) => SHORTCUTS.find((each) => each.id === id)!;
const idle: KeyPress = { key: '', keyCode: 0, isComposing: false, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

it.each(['enter', 'ctrl-enter'] as const)('[ux D1] the sheet names the keys that do it in the composer: %s', (sendWith) => {
  const does = (id: string) => {
    const { key, mod = false, shift = false } = comboOf(shortcut(id), sendWith);
    return composerAction({ ...idle, key, ctrlKey: mod, shiftKey: shift }, { sendWith, touch: false, empty: true });
  };
  expect([does('send'), does('newLine'), does('editLast')]).toEqual(['send', 'type', 'edit-last']);
  expect(comboOf(shortcut('palette'), sendWith)).toBe(shortcut('palette').combo);
});
