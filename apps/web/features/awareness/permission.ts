'use client';
import { useSyncExternalStore } from 'react';

export type Permission = NotificationPermission | 'unsupported';

const listeners = new Set<() => void>();

/** What the browser lets us show outside of the window. A person may change it at any time, in the browser's own settings. */
export function usePermission(): Permission {
  return useSyncExternalStore(subscribe, permissionNow, () => 'default');
}

export function permissionNow(): Permission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}

/** Must be called from a click (ux H1). */
export async function askPermission(): Promise<Permission> {
  await Notification.requestPermission();
  for (const listener of listeners) listener();
  return permissionNow();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  const stop = new AbortController();
  const status = navigator.permissions?.query({ name: 'notifications' });
  status?.then((each) => each.addEventListener('change', changed, { signal: stop.signal })).catch(() => undefined);
  return () => {
    listeners.delete(changed);
    stop.abort();
  };
}
