import { createHash } from 'node:crypto';
import type { ChatEvent, EventDraft, EventOf, LogRecord, Room } from '@fourways/chat-core';
import type { NewSession } from './decision.js';

export interface RoomRow {
  id: string;
  name: string;
  kind: 'public' | 'private';
  createdTs: number;
  roomSeq: number;
  memberCount: number;
}

export interface MembershipRow {
  roomId: string;
  userId: string;
  joinedSeq: number;
  leftSeq: number | null;
}

export interface MessageRow {
  id: string;
  roomId: string;
  roomSeq: number;
  seq: number;
  updatedSeq: number;
  authorId: string;
  clientMsgId: string;
  bodyHash: string;
  body: string;
  ts: number;
  editedTs: number | null;
  removed: boolean;
}

/** A message posted earlier under the same `clientMsgId`, with the event that recorded it. */
export interface Posted {
  readonly record: LogRecord;
  readonly bodyHash: string;
}

/**
 * The rows that a batch of commands reads, kept current while the batch is decided: a command sees what its neighbours
 * before it have done. Rows change only by applying events, so state and log cannot disagree (PROTOCOL W4).
 */
export class WorkingSet {
  readonly rooms = new Map<string, RoomRow>();
  readonly messages = new Map<string, MessageRow>();
  readonly users = new Map<string, { id: string; name: string }>();
  readonly takenNames = new Set<string>();
  readonly records: LogRecord[] = [];
  readonly sessions: NewSession[] = [];
  readonly dirtyRooms = new Set<RoomRow>();
  readonly dirtyMemberships = new Set<MembershipRow>();
  readonly dirtyMessages = new Set<MessageRow>();
  private readonly memberships = new Map<string, MembershipRow>();
  private readonly posts = new Map<string, Posted>();

  constructor(
    readonly epoch: string,
    public head: number,
  ) {}

  /** The current stay of a person in a room. */
  stay(roomId: string, userId: string): MembershipRow | undefined {
    const row = this.memberships.get(`${roomId}:${userId}`);
    return row?.leftSeq === null ? row : undefined;
  }

  posted(authorId: string, clientMsgId: string): Posted | undefined {
    return this.posts.get(`${authorId}:${clientMsgId}`);
  }

  addMembership(row: MembershipRow): void {
    this.memberships.set(`${row.roomId}:${row.userId}`, row);
  }

  addPosted(authorId: string, clientMsgId: string, posted: Posted): void {
    this.posts.set(`${authorId}:${clientMsgId}`, posted);
  }

  addSession(session: NewSession): void {
    this.sessions.push(session);
    this.users.set(session.user.id, session.user);
  }

  /** Numbers the events and applies them to the rows. */
  append(drafts: readonly EventDraft[]): LogRecord[] {
    return drafts.map((draft) => {
      const record = this.number(draft);
      this.records.push(record);
      this.apply(record);
      return record;
    });
  }

  private number({ audience, event }: EventDraft): LogRecord {
    const numbered: Record<string, unknown> = { ...event, seq: ++this.head };
    if (audience.startsWith('room:')) numbered['roomSeq'] = this.nextRoomSeq(audience.slice(5));
    return { audience, event: numbered as ChatEvent };
  }

  private nextRoomSeq(roomId: string): number {
    const room = this.rooms.get(roomId);
    if (!room) throw new Error(`Event for room ${roomId}, which the command did not ask to see`);
    this.dirtyRooms.add(room);
    return ++room.roomSeq;
  }

  private apply(record: LogRecord): void {
    const { event } = record;
    switch (event.type) {
      case 'room.created':
        return this.roomCreated(event);
      case 'member.joined':
        return this.memberJoined(event);
      case 'member.left':
        return this.memberLeft(event);
      case 'message.posted':
        return this.messagePosted(event, record);
      case 'message.edited':
        return this.messageChanged(event, { body: event.data.body, editedTs: event.ts });
      case 'message.removed':
        return this.messageChanged(event, { body: '', editedTs: null, removed: true });
    }
  }

  private roomCreated({ data }: EventOf<'room.created'>): void {
    const row = { ...data.room, roomSeq: 0, memberCount: 0 };
    this.rooms.set(row.id, row);
    this.dirtyRooms.add(row);
    if (row.kind === 'public') this.takenNames.add(row.name);
  }

  private memberJoined({ roomId, seq, data }: EventOf<'member.joined'>): void {
    const row = { roomId, userId: data.user.id, joinedSeq: seq, leftSeq: null };
    this.addMembership(row);
    this.dirtyMemberships.add(row);
    this.countMembers(roomId, data.memberCount);
  }

  private memberLeft({ roomId, seq, data }: EventOf<'member.left'>): void {
    const row = this.stay(roomId, data.userId);
    if (row) {
      row.leftSeq = seq;
      this.dirtyMemberships.add(row);
    }
    this.countMembers(roomId, data.memberCount);
  }

  private countMembers(roomId: string, memberCount: number): void {
    const room = this.rooms.get(roomId);
    if (room) room.memberCount = memberCount;
  }

  private messagePosted(event: EventOf<'message.posted'>, record: LogRecord): void {
    const { roomId, roomSeq, seq, ts, clientMsgId, data } = event;
    const bodyHash = hashOf(data.body);
    const row: MessageRow = {
      ...{ id: data.messageId, roomId, roomSeq, seq, updatedSeq: seq, authorId: data.author.id, clientMsgId, bodyHash },
      ...{ body: data.body, ts, editedTs: null, removed: false },
    };
    this.messages.set(row.id, row);
    this.dirtyMessages.add(row);
    this.addPosted(row.authorId, clientMsgId, { record, bodyHash });
  }

  private messageChanged(event: EventOf<'message.edited' | 'message.removed'>, change: Partial<MessageRow>): void {
    const row = this.messages.get(event.data.messageId);
    if (!row) return;
    Object.assign(row, change, { updatedSeq: event.seq });
    this.dirtyMessages.add(row);
  }
}

/** What everyone who may see the room knows of it. */
export function roomOf({ id, name, kind, createdTs }: RoomRow): Room {
  return { id, name, kind, createdTs };
}

export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64');
}
