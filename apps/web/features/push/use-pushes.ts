'use client';
import { useEffect } from 'react';
import { usePermission } from '@/features/awareness/permission';
import { usePreferences } from '@/features/preferences/use-preferences';
import { useChatClient } from '@/features/room/chat-context';
import { canTakePushes, startWorker } from './worker';

/** Has a worker there for whoever wants notifications, and keeps the server told where this browser takes pushes, and when it is to be left alone (ux H5). */
export function usePushes(): void {
  const client = useChatClient();
  const permission = usePermission();
  const [{ notifications, push, quiet, quietFrom, quietTo }] = usePreferences();
  const shown = notifications && permission === 'granted' && canTakePushes();
  useEffect(() => {
    if (!shown) return;
    const ready = push ? import('./push-device').then(({ takePushes }) => takePushes(client.push, { quiet, quietFrom, quietTo })) : startWorker();
    ready.catch(() => undefined);
  }, [client, shown, push, quiet, quietFrom, quietTo]);
}
