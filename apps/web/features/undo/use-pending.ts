'use client';
import { useSyncExternalStore } from 'react';
import { pendingActions } from './pending-actions';

const NOTHING: ReadonlySet<string> = new Set();

/** The keys of all that can still be undone, or is being carried out. */
export function usePending(): ReadonlySet<string> {
  return useSyncExternalStore(pendingActions.subscribe, pendingActions.pending, () => NOTHING);
}
