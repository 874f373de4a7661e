import type { RoomTimeline } from '@fourways/chat-core';
import { visits } from '@/features/rooms/visits';

/** Everything in the room has been read. */
export function markRead({ room, roomSeq }: RoomTimeline): void {
  visits.visit(room.id, roomSeq);
}
