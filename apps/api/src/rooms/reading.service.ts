import { type Ack, type EventOf, LIMITS, type MarkRead, type MarkUnread, type PreferRoom, type RoomPreference, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { ack } from '../log/ack.js';
import type { Decision } from '../log/decision.js';
import { stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import type { RoomRow, SubscriptionRow } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';
import { SignalRate } from '../session/signal-rate.js';
import { accessNeeds, ownRoom } from './room-access.js';

/** How far each has read and how she wants to have her rooms: the rules, whatever way a command came. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rate: SignalRate,
  ) {}

  /** Moves forward only: what was read stays read. In a small room the others are told, unless she reads quietly. */
  async read(user: User, roomId: string, { number, quiet = false }: MarkRead): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: { ...accessNeeds(roomId, user.id), after: { roomId, userId: user.id, number } },
      decide: (state) => {
        const room = ownRoom(state, roomId, user.id);
        const upTo = Math.min(number, room.messageCount);
        if (upTo <= placeOf(state, roomId, user.id).readNumber) return { events: [] };
        const { ownAfter } = state.after(roomId, user.id, upTo);
        return moved(room, { user, number: upTo, ownAfter }, quiet);
      },
    });
    return ack(outcome);
  }

  /** What comes after the message of this number is to be read again; the others keep what they were told. */
  async unread(user: User, roomId: string, { number }: MarkUnread): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: { ...accessNeeds(roomId, user.id), after: { roomId, userId: user.id, number } },
      decide: (state) => {
        ownRoom(state, roomId, user.id);
        if (number >= placeOf(state, roomId, user.id).readNumber) return { events: [] };
        const event = { ...stamp(user.id), type: 'read.reset' as const, roomId, data: state.after(roomId, user.id, number) };
        return { events: [{ audience: `user:${user.id}`, event }] };
      },
    });
    return ack(outcome);
  }

  async prefer(user: User, roomId: string, change: PreferRoom): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: accessNeeds(roomId, user.id),
      decide: (state) => {
        ownRoom(state, roomId, user.id);
        const { level, starred, position } = placeOf(state, roomId, user.id);
        const before: RoomPreference = { level, starred, position };
        const data = { ...before, ...change };
        if (JSON.stringify(data) === JSON.stringify(before)) return { events: [] };
        return { events: [{ audience: `user:${user.id}`, event: { ...stamp(user.id), type: 'room.preferred', roomId, data } }] };
      },
    });
    return ack(outcome);
  }
}

function moved(room: RoomRow, data: EventOf<'read.moved'>['data'], quiet: boolean): Decision {
  const { user } = data;
  const event = { ...stamp(user.id), type: 'read.moved' as const, roomId: room.id, data };
  const openly = !quiet && room.memberCount <= LIMITS.receiptMembers;
  return { events: [{ audience: openly ? `room:${room.id}` : `user:${user.id}`, event }] };
}

/** Who is in a room has a place in it. */
function placeOf(state: WorkingSet, roomId: string, userId: string): SubscriptionRow {
  const place = state.subscription(roomId, userId);
  if (!place) throw new Error(`${userId} is in ${roomId} without a subscription`);
  return place;
}
