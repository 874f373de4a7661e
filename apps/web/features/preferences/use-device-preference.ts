'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { type DevicePreferences, devicePreferences, initialPreference } from './device-preferences';

/** A choice of this device, and how to change it. */
export function useDevicePreference<K extends keyof DevicePreferences>(name: K): [DevicePreferences[K], (value: DevicePreferences[K]) => void] {
  const value = useSyncExternalStore(
    devicePreferences.subscribe,
    () => devicePreferences.get(name),
    () => initialPreference(name),
  );
  const change = useCallback((next: DevicePreferences[K]) => devicePreferences.set(name, next), [name]);
  return [value, change];
}
