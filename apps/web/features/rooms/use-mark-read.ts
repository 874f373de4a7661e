'use client';
import { useCallback } from 'react';
import { usePreferences } from '@/features/preferences/use-preferences';
import { useChatClient } from '@/features/room/chat-context';

/** Marks a room as read up to the message of a number; the others are told, unless this reader would rather not. */
export function useMarkRead(): (roomId: string, number: number) => void {
  const client = useChatClient();
  const [{ receipts }] = usePreferences();
  return useCallback((roomId, number) => client.markRead(roomId, number, { quiet: !receipts }), [client, receipts]);
}
