'use client';
import { useSyncExternalStore } from 'react';

/** Whether this is the server's page, or the first look at it in the browser: what is on the screen then was painted before there was a script. */
export function useHydrating(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
}
