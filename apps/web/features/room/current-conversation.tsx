'use client';
import { Conversation } from './conversation';
import { useCurrentRoom } from './use-current-room';

/** The conversation of the room that the address names: another room is another conversation. */
export function CurrentConversation() {
  const room = useCurrentRoom();
  return room && <Conversation key={room.room.id} timeline={room} />;
}
