import { ChatError } from '@fourways/chat-core';
import type { RoomRow } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';

/** A room that is not public does not exist for those who are not in it. */
export function visibleRoom(state: WorkingSet, roomId: string, userId: string): RoomRow {
  const room = state.rooms.get(roomId);
  if (!room || (room.kind !== 'public' && !state.stay(roomId, userId))) throw new ChatError('room_not_found');
  return room;
}

/** A room that the person is in. */
export function ownRoom(state: WorkingSet, roomId: string, userId: string): RoomRow {
  const room = visibleRoom(state, roomId, userId);
  if (!state.stay(roomId, userId)) throw new ChatError('not_a_member');
  return room;
}

/** A room that the person is in and in which things may change. */
export function openRoom(state: WorkingSet, roomId: string, userId: string): RoomRow {
  return unarchived(ownRoom(state, roomId, userId));
}

export function unarchived(room: RoomRow): RoomRow {
  if (room.archivedTs !== null) throw new ChatError('room_archived');
  return room;
}

/** What a command about a room must see to check its access. */
export function accessNeeds(roomId: string, ...userIds: string[]) {
  return { rooms: [roomId], memberships: userIds.map((userId) => ({ roomId, userId })) };
}
