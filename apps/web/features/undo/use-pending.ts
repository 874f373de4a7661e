'use client';
import { useSyncExternalStore } from 'react';
import { pendingActions } from './pending-actions';

/** The keys of all that can still be undone, or is being carried out. On the server, and in a page that wakes up, there is nothing. */
export function usePending(): ReadonlySet<string> {
  return useSyncExternalStore(pendingActions.subscribe, pendingActions.pending, pendingActions.pending);
}
