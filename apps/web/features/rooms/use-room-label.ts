'use client';
import type { Room } from '@fourways/chat-core';
import { useRoomTitle } from './use-room-title';

/** A room as a sentence names it: `#lobby`, or the people of a direct room. */
export function useRoomLabel(): (room: Room) => string {
  const title = useRoomTitle();
  return (room) => (room.kind === 'direct' ? title(room) : `#${room.name}`);
}
