'use client';
import { useCallback, useEffect } from 'react';
import { usePreferences } from '@/features/preferences/use-preferences';
import { useChatClient } from './chat-context';

/** Tells the room that one types, unless one would rather not; leaving the room or switching it off takes it back. */
export function useTypingNotice(roomId: string): (typing: boolean) => void {
  const client = useChatClient();
  const [{ typingNotices: wanted }] = usePreferences();
  useEffect(() => () => client.setTyping(roomId, false), [client, roomId, wanted]);
  return useCallback((typing) => client.setTyping(roomId, typing && wanted), [client, roomId, wanted]);
}
