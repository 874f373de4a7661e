'use client';
import { useCallback, useEffect } from 'react';
import { useDevicePreference } from '@/features/preferences/use-device-preference';
import { useChatClient } from './chat-context';

/** Tells the room that one types, unless one would rather not; leaving the room or switching it off takes it back. */
export function useTypingNotice(roomId: string): (typing: boolean) => void {
  const client = useChatClient();
  const [wanted] = useDevicePreference('typingNotices');
  useEffect(() => () => client.setTyping(roomId, false), [client, roomId, wanted]);
  return useCallback((typing) => client.setTyping(roomId, typing && wanted), [client, roomId, wanted]);
}
