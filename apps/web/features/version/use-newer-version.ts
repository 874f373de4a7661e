'use client';
import type { ChatView } from '@fourways/chat-client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useChat } from '@/features/room/chat-context';
import { versionWatch } from './version-watch';

const LOOK_MS = 60_000;
const inSyncOf = ({ status }: ChatView) => status === 'in-sync';

/** The version that the server serves instead of this page's. It is asked for after every reconnection, and now and then. */
export function useNewerVersion(): string | undefined {
  useAfterReconnection(versionWatch.check);
  useEffect(() => {
    const timer = setInterval(versionWatch.checkRarely, LOOK_MS);
    document.addEventListener('visibilitychange', versionWatch.checkRarely);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', versionWatch.checkRarely);
    };
  }, []);
  return useSyncExternalStore(versionWatch.subscribe, versionWatch.known, () => undefined);
}

/** A server that restarts may have come back as another one. */
function useAfterReconnection(act: () => void): void {
  const inSync = useChat(inSyncOf);
  const was = useRef(false);
  useEffect(() => {
    if (!inSync) return;
    if (was.current) act();
    was.current = true;
  }, [act, inSync]);
}
