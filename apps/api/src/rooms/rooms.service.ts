import { type Ack, type AddMember, ChatError, type CreateRoom, type EventDraft, type Room, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { ack } from '../log/ack.js';
import type { Decision } from '../log/decision.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import { roomOf, type RoomRow, type WorkingSet } from '../log/working-set.js';

/** Who is in which room: the rules, whatever way a command came. */
@Injectable()
export class RoomsService {
  constructor(private readonly ledger: Ledger) {}

  /** Creates a room and puts its creator into it. Names of public rooms are unique. */
  async create(user: User, { name, kind }: CreateRoom): Promise<Ack> {
    const room: Room = { id: v7(), name, kind, createdTs: Date.now() };
    const outcome = await this.ledger.commit({
      needs: kind === 'public' ? { roomName: name } : {},
      decide: (state) => {
        if (kind === 'public' && state.takenNames.has(name)) throw new ChatError('room_name_taken');
        const created = { ...stamp(user.id), type: 'room.created' as const, roomId: room.id, data: { room } };
        const audience = kind === 'public' ? ('all' as const) : (`user:${user.id}` as const);
        return { events: [{ audience, event: created }, joined(room, user, 1, user.id)] };
      },
    });
    return ack(outcome);
  }

  /** Only public rooms can be joined by oneself. Who is in already stays in. */
  async join(user: User, roomId: string): Promise<Ack> {
    const outcome = await this.ledger.commit({
      needs: { rooms: [roomId], memberships: [{ roomId, userId: user.id }] },
      decide: (state) => {
        const room = visibleRoom(state, roomId, user.id);
        return enter(state, room, user, user.id);
      },
    });
    return ack(outcome);
  }

  async leave(user: User, roomId: string): Promise<Ack> {
    const outcome = await this.ledger.commit({
      needs: { rooms: [roomId], memberships: [{ roomId, userId: user.id }] },
      decide: (state) => {
        const room = visibleRoom(state, roomId, user.id);
        if (!state.stay(roomId, user.id)) return { events: [] };
        const data = { userId: user.id, memberCount: room.memberCount - 1 };
        return { events: [inRoom({ ...stamp(user.id), type: 'member.left', roomId, data })] };
      },
    });
    return ack(outcome);
  }

  /** Any member may bring in another person. */
  async add(user: User, roomId: string, { userId }: AddMember): Promise<Ack> {
    const memberships = [user.id, userId].map((id) => ({ roomId, userId: id }));
    const outcome = await this.ledger.commit({
      needs: { rooms: [roomId], memberships, users: [userId] },
      decide: (state) => {
        const room = visibleRoom(state, roomId, user.id);
        if (!state.stay(roomId, user.id)) throw new ChatError('not_a_member');
        const added = state.users.get(userId);
        if (!added) throw new ChatError('user_not_found');
        return enter(state, room, added, user.id);
      },
    });
    return ack(outcome);
  }
}

/** A private room does not exist for those who are not in it. */
export function visibleRoom(state: WorkingSet, roomId: string, userId: string): RoomRow {
  const room = state.rooms.get(roomId);
  if (!room || (room.kind === 'private' && !state.stay(roomId, userId))) throw new ChatError('room_not_found');
  return room;
}

function enter(state: WorkingSet, room: RoomRow, user: User, actorId: string): Decision {
  if (state.stay(room.id, user.id)) return { events: [] };
  return { events: [joined(roomOf(room), user, room.memberCount + 1, actorId)] };
}

function joined(room: Room, user: User, memberCount: number, actorId: string): EventDraft {
  return inRoom({ ...stamp(actorId), type: 'member.joined', roomId: room.id, data: { room, user, memberCount } });
}
