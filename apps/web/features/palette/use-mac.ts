'use client';
import { useSyncExternalStore } from 'react';

/** Whether the keyboard is a Mac's; the server takes it for another. */
export function useMac(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
