import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DevicePreferenceStore } from './device-preferences';

beforeEach(() => localStorage.clear());

describe('the preferences of a device', () => {
  it('[ux D1] begin with Enter, and keep another choice beyond the page', () => {
    const store = new DevicePreferenceStore();
    expect(store.get('sendWith')).toBe('enter');
    store.set('sendWith', 'ctrl-enter');
    expect(store.get('sendWith')).toBe('ctrl-enter');
    expect(new DevicePreferenceStore().get('sendWith')).toBe('ctrl-enter');
  });

  it.each(['"anything"', '{', 'true'])('do not trust what is stored: %s', (stored) => {
    localStorage.setItem('fourways.preference.sendWith', stored);
    expect(new DevicePreferenceStore().get('sendWith')).toBe('enter');
  });

  it('follow another tab, and what is not theirs leaves them alone', () => {
    const store = new DevicePreferenceStore();
    const changed = jest.fn();
    store.get('typingNotices');
    store.subscribe(changed);
    localStorage.setItem('fourways.preference.typingNotices', 'false');
    window.dispatchEvent(new StorageEvent('storage', { key: 'fourways.draft.x' }));
    expect(changed).not.toHaveBeenCalled();
    window.dispatchEvent(new StorageEvent('storage', { key: 'fourways.preference.typingNotices' }));
    expect(changed).toHaveBeenCalledTimes(1);
    expect(store.get('typingNotices')).toBe(false);
  });
});
