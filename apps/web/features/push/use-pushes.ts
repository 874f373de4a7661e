'use client';
import { useEffect } from 'react';
import { usePermission } from '@/features/awareness/permission';
import { usePreferences } from '@/features/preferences/use-preferences';
import { useChatClient } from '@/features/room/chat-context';

/** Keeps the server told where this browser takes pushes, and when it is to be left alone (ux H5). */
export function usePushes(): void {
  const client = useChatClient();
  const permission = usePermission();
  const [{ notifications, push, quiet, quietFrom, quietTo }] = usePreferences();
  const wanted = notifications && push && permission === 'granted';
  useEffect(() => {
    if (!wanted) return;
    void import('./push-device').then(({ takePushes }) => takePushes(client.push, { quiet, quietFrom, quietTo })).catch(() => undefined);
  }, [client, wanted, quiet, quietFrom, quietTo]);
}
