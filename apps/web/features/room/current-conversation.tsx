'use client';
import { useEffect } from 'react';
import { roomToWriteIn } from '@/features/rooms/room-to-write-in';
import { Conversation } from './conversation';
import { useCurrentRoom } from './use-current-room';

/** The conversation of the room that the address names: another room is another conversation. */
export function CurrentConversation() {
  const room = useCurrentRoom();
  const roomId = room?.room.id;
  useEffect(() => {
    if (roomId) roomToWriteIn.arrive(roomId);
  }, [roomId]);
  return room && <Conversation key={room.room.id} timeline={room} />;
}
