import { type Ack, type ChangeRoom, ChatError, type CreateRoom, type EventDraft, type OpenDirect, type Room, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { ack } from '../log/ack.js';
import type { Decision } from '../log/decision.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import { directKeyOf, roomOf, type RoomRow } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';
import { CreationRate } from './creation-rate.js';
import { joined } from './members.service.js';
import { personOf } from './person-access.js';
import { PostingRate } from './posting-rate.js';
import { accessNeeds, ownRoom } from './room-access.js';

/** Which rooms there are, and what they are called: the rules, whatever way a command came. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rate: PostingRate,
    private readonly creations: CreationRate,
  ) {}

  /** Creates a room and puts its creator into it. Names of public rooms are unique. */
  async create(user: User, { name, kind, topic }: CreateRoom): Promise<Ack> {
    await this.rate.take(user.id);
    const refusal = await this.creations.refusal(user.id);
    if (refusal) throw refusal;
    const room: Room = { id: v7(), name, kind, createdTs: Date.now(), ownerId: user.id, ...(topic && { topic }) };
    const outcome = await this.ledger.commit({
      needs: kind === 'public' ? { roomName: name } : {},
      decide: (state) => {
        if (kind === 'public') assertFree(state, name);
        return { events: [created(room, user), joined(room, user, 1, user.id)] };
      },
    });
    await this.creations.spend(user.id);
    return ack(outcome);
  }

  /** Opens the room that belongs to these people; there is one for the same people, and it is answered with when it is there. */
  async openDirect(user: User, { userIds }: OpenDirect): Promise<Ack> {
    await this.rate.take(user.id);
    const refusal = await this.creations.refusal(user.id);
    const ids = [...new Set([user.id, ...userIds])].sort();
    const directKey = directKeyOf(ids.map((id) => ({ id })));
    let roomId = '';
    const outcome = await this.ledger.commit({
      needs: { directKey, users: ids },
      decide: (state) => {
        const known = state.directs.get(directKey);
        roomId = known?.id ?? v7();
        if (known) return { events: [] };
        if (refusal) throw refusal;
        return openedFor(state, roomId, ids, user);
      },
    });
    if (outcome.records.length > 0) await this.creations.spend(user.id);
    return { ...ack(outcome), roomId };
  }

  /** Any member may change what a room is called and is about; whoever created it may archive it. A direct room and the lobby stay as they are. */
  async change(user: User, roomId: string, change: ChangeRoom): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: { ...accessNeeds(roomId, user.id), ...(change.name !== undefined && { roomName: change.name }) },
      decide: (state) => changed(state, ownRoom(state, roomId, user.id), user, change),
    });
    return ack(outcome);
  }
}

function created(room: Room, user: User): EventDraft {
  const event = { ...stamp(user.id), type: 'room.created' as const, roomId: room.id, data: { room } };
  return { audience: room.kind === 'public' ? 'all' : `user:${user.id}`, event };
}

function openedFor(state: WorkingSet, id: string, userIds: readonly string[], user: User): Decision {
  const people = userIds.map((userId) => personOf(state, userId));
  const room: Room = { id, name: '', kind: 'direct', createdTs: Date.now(), people };
  return { events: [created(room, user), ...people.map((person, i) => joined(room, person, i + 1, user.id))] };
}

function changed(state: WorkingSet, row: RoomRow, user: User, change: ChangeRoom): Decision {
  assertMay(row, user, change);
  const before = roomOf(row);
  const room = after(before, change);
  if (JSON.stringify(room) === JSON.stringify(after(before, {}))) return { events: [] };
  if (row.kind === 'public' && room.name !== before.name) assertFree(state, room.name);
  const event = { ...stamp(user.id), type: 'room.changed' as const, roomId: row.id, data: { room } };
  return { events: [row.kind === 'public' ? { audience: 'all', event } : inRoom(event)] };
}

function assertMay(row: RoomRow, user: User, { name, archived }: ChangeRoom): void {
  if (row.kind === 'direct') throw new ChatError('forbidden', { detail: 'A direct room stays as it is' });
  if (row.ownerId === null && (name !== undefined || archived !== undefined)) throw new ChatError('forbidden', { detail: 'This room belongs to everyone' });
  if (archived !== undefined && row.ownerId !== user.id) throw new ChatError('forbidden', { detail: 'Only whoever created a room may archive it' });
  if (row.archivedTs !== null && archived !== false) throw new ChatError('room_archived');
}

function after({ name, topic: topicBefore, archivedTs: archivedBefore, ...lasting }: Room, change: ChangeRoom): Room {
  const topic = change.topic ?? topicBefore;
  const archivedTs = change.archived === false ? undefined : (archivedBefore ?? (change.archived ? Date.now() : undefined));
  return { ...lasting, name: change.name ?? name, ...(topic && { topic }), ...(archivedTs && { archivedTs }) };
}

function assertFree(state: WorkingSet, name: string): void {
  if (state.takenNames.has(name)) throw new ChatError('room_name_taken');
}
