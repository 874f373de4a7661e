'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useRoomId } from '@/features/rooms/served-address';
import { useTimeline } from './chat-context';

/** The room that the address names, if there is one for the reader. */
export function useCurrentRoom(): RoomTimeline | undefined {
  const roomId = useRoomId();
  return useTimeline().rooms.get(roomId);
}
