'use client';
import { useCallback, useEffect, useRef } from 'react';
import { useChatClient } from './chat-context';

/** Keeps what is loaded of the room while one reads back in it. The answer ends that at once. */
export function useHeldHistory(roomId: string, reading: boolean): () => void {
  const client = useChatClient();
  const release = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    if (!reading) return;
    const held = client.holdHistory(roomId);
    release.current = held;
    return held;
  }, [client, reading, roomId]);
  return useCallback(() => release.current?.(), []);
}
