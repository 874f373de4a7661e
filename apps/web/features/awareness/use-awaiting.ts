'use client';
import { useMemo } from 'react';
import { useTimeline } from '@/features/room/chat-context';
import { awaitingIn } from '@/features/rooms/room-mark';
import { useFocused } from './use-focused';
import { useUnread } from './use-unread';

/** How much awaits the reader in all rooms; what arrives under her eyes does not. */
export function useAwaiting(roomId: string): number {
  const { rooms } = useTimeline();
  const focused = useFocused();
  const unread = useUnread();
  return useMemo(() => {
    const elsewhere = [...rooms.values()].filter(({ room }) => !focused || room.id !== roomId);
    return elsewhere.reduce((sum, { room, preference }) => sum + awaitingIn(unread(room.id), preference.level), 0);
  }, [rooms, focused, roomId, unread]);
}
