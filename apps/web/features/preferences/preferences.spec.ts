import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PreferenceStore } from './preference-store';
import { matching, oneOf } from './rule';

const rules = { sounds: oneOf('personal', 'all', 'none'), quiet: oneOf(false, true), from: matching(/^\d\d:\d\d$/, '22:00') };
type Wants = { sounds: 'personal' | 'all' | 'none'; quiet: boolean; from: string };
const KEY = 'test.preferences';
const open = () => new PreferenceStore<Wants>(KEY, rules);

describe('preferences', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('begin with the first value of each rule', () => {
    expect(open().get()).toEqual({ sounds: 'personal', quiet: false, from: '22:00' });
  });

  it('outlive the page, and tell who listens', () => {
    const store = open();
    let told = 0;
    const stop = store.subscribe(() => told++);
    store.set({ sounds: 'none' });
    stop();
    store.set({ quiet: true });
    expect(told).toBe(1);
    expect(open().get()).toEqual({ sounds: 'none', quiet: true, from: '22:00' });
  });

  it.each([['{"sounds":"loud","quiet":"yes","from":"later","more":1}'], ['not JSON'], ['null'], ['[]']])('take nothing amiss that was stored: %s', (stored) => {
    localStorage.setItem(KEY, stored);
    expect(open().get()).toEqual({ sounds: 'personal', quiet: false, from: '22:00' });
  });

  it('are the same in another tab', () => {
    const store = open();
    localStorage.setItem(KEY, '{"quiet":true}');
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(store.get().quiet).toBe(true);
  });

  it('keep their identity while nothing changes, as React needs; where nothing was stored they are what the server took', () => {
    const store = open();
    expect(store.get()).toBe(store.get());
    expect(store.get()).toBe(store.defaults);
  });
});
