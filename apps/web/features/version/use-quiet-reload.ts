'use client';
import type { ChatView } from '@fourways/chat-client';
import { useEffect } from 'react';
import { useChatStore } from '@/features/room/chat-context';
import { servedVersion } from './served-version';
import { mayReloadFor, reloadFor } from './unasked-reload';
import { isQuiet } from './unfinished';

/** Not all at once after a deploy: each page waits a time of its own. */
const PAUSE_MS = 5_000;
const SPREAD_MS = 25_000;

const isSettled = ({ outbox, status }: ChatView) => outbox.length === 0 && status === 'in-sync';

/** An older page that nobody looks at takes the newer version by itself, when nothing is unsent or unfinished and the server answers. */
export function useQuietReload(version: string | undefined): void {
  const store = useChatStore();
  useEffect(() => {
    if (!version || !mayReloadFor(version)) return;
    const quiet = () => document.hidden && isQuiet() && isSettled(store.view());
    const take = async () => {
      if (quiet() && (await servedVersion()) && quiet()) reloadFor(version);
    };
    const timer = setInterval(() => void take(), PAUSE_MS + Math.random() * SPREAD_MS);
    return () => clearInterval(timer);
  }, [store, version]);
}
