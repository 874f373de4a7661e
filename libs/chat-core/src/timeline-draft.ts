import type { ChatEvent, EventOf } from './event.js';
import { merged, type MessageChange, withChange } from './message-change.js';
import type { Message } from './message.js';
import { arrivedIn, mentionGone, postedInto, readMoved, readReset } from './read-fold.js';
import { newRoom, preferenceFor, type RoomTimeline } from './room-timeline.js';
import type { Room } from './room.js';
import type { Timeline } from './timeline.js';

/** Copy-on-write over a timeline, so that a batch copies each room's messages once. */
export class TimelineDraft {
  private rooms: Map<string, RoomTimeline> | undefined;
  private changes: Map<string, MessageChange> | undefined;
  private readonly copied = new Map<string, Message[]>();
  private readonly me: string;

  constructor(private readonly base: Timeline) {
    this.me = base.me.id;
  }

  apply(event: ChatEvent): void {
    this.noteRoomSeq(event);
    switch (event.type) {
      case 'room.created':
        return this.roomCreated(event);
      case 'room.changed':
        return this.roomChanged(event.data.room, event.seq);
      case 'member.joined':
        return this.memberJoined(event);
      case 'member.left':
        return this.memberLeft(event);
      case 'message.posted':
        return this.messagePosted(event);
      case 'message.edited':
        return this.messageChanged(event, { text: { ...textOf(event), editedTs: event.ts } });
      case 'message.removed':
        return this.messageRemoved(event);
      case 'message.reacted':
        return this.messageReacted(event);
      case 'read.moved':
        return this.change(event.roomId, (room) => readMoved(room, event, this.me));
      case 'read.reset':
        return this.change(event.roomId, (room) => readReset(room, event, this.isRemoved));
      case 'room.preferred':
        return this.change(event.roomId, (room) => (event.seq > room.preferenceSeq ? { preference: event.data, preferenceSeq: event.seq } : {}));
    }
  }

  finish(): Timeline {
    if (!this.rooms && !this.changes) return this.base;
    return { ...this.base, rooms: this.rooms ?? this.base.rooms, changes: this.changes ?? this.base.changes };
  }

  private noteRoomSeq(event: ChatEvent): void {
    const { roomSeq = 0 } = event as { roomSeq?: number };
    this.change(event.roomId, (room) => (roomSeq > room.roomSeq ? { roomSeq } : {}));
  }

  private roomCreated({ seq, data: { room } }: EventOf<'room.created'>): void {
    if (!this.room(room.id)) this.set(newRoom(room, seq));
  }

  private roomChanged(room: Room, seq: number): void {
    this.change(room.id, ({ roomChangedSeq }) => (seq > roomChangedSeq ? { room, roomChangedSeq: seq } : {}));
  }

  private memberJoined(event: EventOf<'member.joined'>): void {
    const { room, user } = event.data;
    if (user.id === this.me) this.iJoined(event);
    this.roomChanged(room, event.seq);
    this.countMembers(event);
  }

  private iJoined(event: EventOf<'member.joined'>): void {
    const { seq, roomSeq, data } = event;
    const known = this.room(data.room.id) ?? { ...newRoom(data.room, 0), memberCount: data.memberCount };
    if (seq <= known.windowSeq) return;
    this.copied.delete(data.room.id);
    this.set({
      ...known,
      ...(seq > known.joinedSeq && { joined: true, joinedSeq: seq }),
      ...(seq > known.preferenceSeq && { preference: preferenceFor(data.room.kind), preferenceSeq: seq }),
      ...arrivedIn(known, event),
      roomSeq: Math.max(roomSeq, known.roomSeq),
      messages: known.messages.filter((message) => message.roomSeq >= roomSeq),
      loadedFrom: roomSeq > 1 ? roomSeq : 0,
      windowSeq: seq,
    });
  }

  private memberLeft(event: EventOf<'member.left'>): void {
    this.countMembers(event);
    const mine = event.data.userId === this.me;
    this.change(event.roomId, ({ joinedSeq }) => (mine && event.seq > joinedSeq ? { joined: false, joinedSeq: event.seq } : {}));
  }

  private countMembers({ roomId, seq, data }: EventOf<'member.joined' | 'member.left'>): void {
    this.change(roomId, ({ membersSeq }) => (seq > membersSeq ? { memberCount: data.memberCount, membersSeq: seq } : {}));
  }

  private messagePosted(event: EventOf<'message.posted'>): void {
    const { roomId, roomSeq } = event;
    this.change(roomId, (room) => postedInto(room, event, this.me, this.isRemoved));
    const room = this.room(roomId);
    if (!room || roomSeq < room.loadedFrom) return;
    const place = placeOf(room.messages, roomSeq);
    if (room.messages[place]?.roomSeq === roomSeq) return;
    const message = messageOf(event);
    this.messagesOf(room).splice(place, 0, withChange(message, this.takeChange(message.id)));
  }

  private messageRemoved(event: EventOf<'message.removed'>): void {
    this.change(event.roomId, (room) => mentionGone(room, event.data.messageId));
    this.messageChanged(event, { text: { updatedSeq: event.seq, body: '', removed: true } });
  }

  private messageReacted(event: EventOf<'message.reacted'>): void {
    const { messageId: _, ...reaction } = event.data;
    this.messageChanged(event, { reactions: [{ ...reaction, seq: event.seq }] });
  }

  private messageChanged({ roomId, data }: { roomId: string; data: { messageId: string } }, change: MessageChange): void {
    const room = this.room(roomId);
    const place = room?.messages.findLastIndex(({ id }) => id === data.messageId) ?? -1;
    if (room && place >= 0) return this.changeAt(room, place, change);
    const known = (this.changes ?? this.base.changes).get(data.messageId);
    const both = merged(known, change);
    if (known && known.text === both.text && known.reactions === both.reactions) return;
    this.changes ??= new Map(this.base.changes);
    this.changes.set(data.messageId, both);
  }

  private changeAt(room: RoomTimeline, place: number, change: MessageChange): void {
    const message = room.messages[place]!;
    const changed = withChange(message, change);
    if (changed !== message) this.messagesOf(room)[place] = changed;
  }

  private readonly isRemoved = (messageId: string): boolean => {
    if ((this.changes ?? this.base.changes).get(messageId)?.text?.removed) return true;
    for (const { messages } of (this.rooms ?? this.base.rooms).values()) if (messages.findLast(({ id }) => id === messageId)?.removed) return true;
    return false;
  };

  private takeChange(id: string): MessageChange | undefined {
    const change = (this.changes ?? this.base.changes).get(id);
    if (!change) return undefined;
    this.changes ??= new Map(this.base.changes);
    this.changes.delete(id);
    return change;
  }

  private room(id: string): RoomTimeline | undefined {
    return (this.rooms ?? this.base.rooms).get(id);
  }

  private messagesOf(room: RoomTimeline): Message[] {
    let messages = this.copied.get(room.room.id);
    if (!messages) {
      messages = [...room.messages];
      this.copied.set(room.room.id, messages);
      this.set({ ...room, messages });
    }
    return messages;
  }

  /** Changes a known room, if there is anything to change. */
  private change(roomId: string, changeOf: (room: RoomTimeline) => Partial<RoomTimeline>): void {
    const room = this.room(roomId);
    const change = room ? changeOf(room) : {};
    if (room && Object.keys(change).length > 0) this.set({ ...room, ...change });
  }

  private set(room: RoomTimeline): void {
    this.rooms ??= new Map(this.base.rooms);
    this.rooms.set(room.room.id, room);
  }
}

/** Where `roomSeq` stands or belongs among messages; searched from the end, where news arrive. */
function placeOf(messages: readonly Message[], roomSeq: number): number {
  let place = messages.length;
  while (place > 0 && messages[place - 1]!.roomSeq >= roomSeq) place--;
  return place;
}

function messageOf({ roomId, roomSeq, seq, ts, clientMsgId, data }: EventOf<'message.posted'>): Message {
  const { messageId: id, ...said } = data;
  return { id, roomId, roomSeq, seq, updatedSeq: seq, clientMsgId, ts, ...said };
}

function textOf({ seq, data: { body, mentions } }: EventOf<'message.edited'>) {
  return { updatedSeq: seq, body, ...(mentions && { mentions }) };
}
