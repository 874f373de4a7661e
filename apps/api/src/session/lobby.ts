import type { EventDraft, Room, User } from '@fourways/chat-core';
import { inRoom, stamp } from '../log/event-draft.js';
import { roomOf } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';

/** The room that everyone is in from the start. Its id is fixed, so that several servers agree on it. */
export const LOBBY: Room = { id: '00000000-0000-7000-8000-000000000001', name: 'lobby', kind: 'public', createdTs: 0 };

export function joinLobby(user: User, state: WorkingSet): EventDraft {
  const row = state.rooms.get(LOBBY.id);
  if (!row) throw new Error('The lobby has not been created');
  const data = { room: roomOf(row), user, memberCount: row.memberCount + 1, lastNumber: row.messageCount };
  return inRoom({ ...stamp(user.id), type: 'member.joined', roomId: LOBBY.id, data });
}
