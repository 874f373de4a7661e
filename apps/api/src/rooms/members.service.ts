import { type Ack, type AddMember, ChatError, type EventDraft, type Room, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { ack } from '../log/ack.js';
import type { Decision } from '../log/decision.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import { roomOf, type RoomRow } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';
import { personOf } from './person-access.js';
import { PostingRate } from './posting-rate.js';
import { accessNeeds, openRoom, unarchived, visibleRoom } from './room-access.js';

/** Who is in which room: the rules, whatever way a command came. */
@Injectable()
export class MembersService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rate: PostingRate,
  ) {}

  /** Only public rooms can be joined by oneself; an archived one only by whoever may open it again. Who is in already stays in. */
  async join(user: User, roomId: string): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: accessNeeds(roomId, user.id),
      decide: (state) => enter(state, visibleRoom(state, roomId, user.id), user, user.id),
    });
    return ack(outcome);
  }

  /** A direct room belongs to its people: none of them can leave it. */
  async leave(user: User, roomId: string): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: accessNeeds(roomId, user.id),
      decide: (state) => {
        const room = visibleRoom(state, roomId, user.id);
        if (room.kind === 'direct') throw new ChatError('forbidden', { detail: 'A direct room cannot be left; it can be hidden' });
        if (!state.stay(roomId, user.id)) return { events: [] };
        const data = { userId: user.id, memberCount: room.memberCount - 1 };
        return { events: [inRoom({ ...stamp(user.id), type: 'member.left', roomId, data })] };
      },
    });
    return ack(outcome);
  }

  /** Any member may bring in another person, except into a direct room: that would be another room. */
  async add(user: User, roomId: string, { userId }: AddMember): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: { ...accessNeeds(roomId, user.id, userId), users: [userId] },
      decide: (state) => {
        const room = openRoom(state, roomId, user.id);
        if (room.kind === 'direct') throw new ChatError('forbidden', { detail: 'A direct room keeps its people: open one for these people instead' });
        return enter(state, room, personOf(state, userId), user.id);
      },
    });
    return ack(outcome);
  }
}

function enter(state: WorkingSet, row: RoomRow, user: User, actorId: string): Decision {
  if (state.stay(row.id, user.id)) return { events: [] };
  if (row.ownerId !== user.id) unarchived(row);
  return { events: [joined(roomOf(row), user, row.memberCount + 1, actorId, row.messageCount)] };
}

/** Somebody is in a room from now on; what was said before is not news to her. */
export function joined(room: Room, user: User, memberCount: number, actorId: string, lastNumber = 0): EventDraft {
  return inRoom({ ...stamp(actorId), type: 'member.joined', roomId: room.id, data: { room, user, memberCount, lastNumber } });
}
