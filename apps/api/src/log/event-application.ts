import { type EventOf, type LogRecord, type Mentions, preferenceFor } from '@fourways/chat-core';
import { contentHash } from './content-hash.js';
import { type MessageRow, roomRow, type SubscriptionRow } from './rows.js';
import type { WorkingSet } from './working-set.js';

/** What each event does to the rows: the same as the fold does to a client's state. */
export class EventApplication {
  constructor(private readonly state: WorkingSet) {}

  apply(record: LogRecord): void {
    const { event } = record;
    switch (event.type) {
      case 'room.created':
        return this.roomCreated(event);
      case 'room.changed':
        return this.roomChanged(event);
      case 'member.joined':
        return this.memberJoined(event);
      case 'member.left':
        return this.memberLeft(event);
      case 'message.posted':
        return this.messagePosted(event, record);
      case 'message.edited':
        return this.messageChanged(event, { body: event.data.body, editedTs: event.ts, mentions: jsonOf(event.data.mentions) });
      case 'message.removed':
        return this.messageRemoved(event);
      case 'message.reacted':
        return this.messageReacted(event);
      case 'read.moved':
        return this.readMoved(event);
      case 'read.reset':
        return this.subscribed(event.roomId, event.actor, { readNumber: event.data.number });
      case 'room.preferred':
        return this.subscribed(event.roomId, event.actor, event.data);
    }
  }

  private roomCreated({ data: { room } }: EventOf<'room.created'>): void {
    const row = roomRow(room);
    this.state.rooms.set(row.id, row);
    this.state.dirty.rooms.add(row);
    if (row.kind === 'public') this.state.takenNames.add(row.name);
    if (row.directKey) this.state.directs.set(row.directKey, row);
  }

  private roomChanged({ roomId, data: { room } }: EventOf<'room.changed'>): void {
    const row = this.state.rooms.get(roomId);
    if (!row) return;
    const { name, topic, archivedTs } = roomRow(room);
    if (row.kind === 'public') this.state.takenNames.add(name);
    Object.assign(row, { name, topic, archivedTs });
    this.state.dirty.rooms.add(row);
  }

  private memberJoined({ roomId, seq, data }: EventOf<'member.joined'>): void {
    const userId = data.user.id;
    const row = { roomId, userId, joinedSeq: seq, leftSeq: null };
    this.state.addMembership(row);
    this.state.dirty.memberships.add(row);
    this.countMembers(roomId, data.memberCount);
    this.subscribed(roomId, userId, { readNumber: data.lastNumber, ...preferenceFor(data.room.kind) });
  }

  private memberLeft({ roomId, seq, data }: EventOf<'member.left'>): void {
    const row = this.state.stay(roomId, data.userId);
    if (row) {
      row.leftSeq = seq;
      this.state.dirty.memberships.add(row);
    }
    this.countMembers(roomId, data.memberCount);
  }

  private countMembers(roomId: string, memberCount: number): void {
    const room = this.state.rooms.get(roomId);
    if (room) room.memberCount = memberCount;
  }

  private messagePosted(event: EventOf<'message.posted'>, record: LogRecord): void {
    const { roomId, roomSeq, seq, ts, clientMsgId, data } = event;
    const { messageId: id, number, author, body, replyTo, mentions, attachments } = data;
    const bodyHash = contentHash(data);
    const row: MessageRow = {
      ...{ id, roomId, roomSeq, number, seq, updatedSeq: seq, authorId: author.id, clientMsgId, bodyHash },
      ...{ body, ts, editedTs: null, removed: false, replyTo: jsonOf(replyTo), mentions: jsonOf(mentions), attachments: jsonOf(attachments) },
    };
    this.state.messages.set(row.id, row);
    this.state.dirty.messages.add(row);
    this.state.addPosted(row.authorId, clientMsgId, { record, bodyHash });
    const room = this.state.rooms.get(roomId);
    if (room) room.messageCount = number;
    this.subscribed(roomId, author.id, { readNumber: number });
    for (const userId of called(mentions)) this.state.dirty.mentions.add({ roomId, userId, number, messageId: id, authorId: author.id });
    for (const { attachmentId } of attachments ?? []) this.attached(attachmentId, id);
  }

  private attached(attachmentId: string, messageId: string): void {
    const row = this.state.attachments.get(attachmentId);
    if (!row) return;
    row.messageId = messageId;
    this.state.dirty.attachments.add(row);
  }

  private messageRemoved(event: EventOf<'message.removed'>): void {
    this.state.dirty.silenced.add(event.data.messageId);
    this.messageChanged(event, { body: '', editedTs: null, removed: true, replyTo: null, mentions: null, attachments: null });
  }

  private messageChanged(event: EventOf<'message.edited' | 'message.removed'>, change: Partial<MessageRow>): void {
    const row = this.state.messages.get(event.data.messageId);
    if (!row) return;
    Object.assign(row, change, { updatedSeq: event.seq });
    this.state.dirty.messages.add(row);
  }

  private messageReacted({ seq, data }: EventOf<'message.reacted'>): void {
    const { messageId, emoji, users, sinceTs } = data;
    const row = { messageId, emoji, users: JSON.stringify(users), sinceTs, seq };
    this.state.addReaction(row);
    this.state.dirty.reactions.add(row);
  }

  private readMoved({ roomId, roomSeq, data: { user, number } }: EventOf<'read.moved'>): void {
    const seen = this.state.subscription(roomId, user.id)?.seenNumber ?? -1;
    this.subscribed(roomId, user.id, { readNumber: number, ...(roomSeq !== undefined && { seenNumber: Math.max(seen, number) }) });
  }

  private subscribed(roomId: string, userId: string, change: Partial<SubscriptionRow>): void {
    const room = this.state.rooms.get(roomId);
    const row = this.state.subscription(roomId, userId) ?? { roomId, userId, readNumber: 0, seenNumber: null, ...preferenceFor(room?.kind ?? 'public') };
    Object.assign(row, change);
    this.state.addSubscription(row);
    this.state.dirty.subscriptions.add(row);
  }
}

function called(mentions: Mentions | undefined): string[] {
  return [...(mentions?.people.map(({ id }) => id) ?? []), ...(mentions?.room ? ['*'] : [])];
}

function jsonOf(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}
