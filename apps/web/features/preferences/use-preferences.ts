'use client';
import { useSyncExternalStore } from 'react';
import { type Preferences, preferences } from './preferences';

/** What this device is to do, and the function that changes it. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const current = useSyncExternalStore(preferences.subscribe, preferences.get, () => preferences.defaults);
  return [current, change];
}

function change(to: Partial<Preferences>): void {
  preferences.set(to);
}
