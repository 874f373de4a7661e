import type { ChatEvent, EventOf } from './event.js';
import type { Message } from './message.js';
import type { Room } from './room.js';
import type { HistoryPage, RoomView, Snapshot } from './snapshot.js';
import type { User } from './user.js';

/** What one person knows of one room. */
export interface RoomTimeline {
  readonly room: Room;
  readonly joined: boolean;
  readonly memberCount: number;
  /** Newest `roomSeq` seen. */
  readonly roomSeq: number;
  /** Every message with `roomSeq >= loadedFrom`, in that order, tombstones included. */
  readonly messages: readonly Message[];
  /** 0 when the room is loaded from its beginning. */
  readonly loadedFrom: number;
  /** `seq` of the newest change of `joined`, and of `memberCount`. */
  readonly joinedSeq: number;
  readonly membersSeq: number;
  /** `seq` of the snapshot or of one's own newest arrival, with which the messages began anew. */
  readonly windowSeq: number;
}

/**
 * The state that the log folds into, for one person.
 *
 * Every part carries the `seq` that last changed it, and an older event never overwrites a newer one. So within a
 * known room the fold does not depend on the order of events (PROTOCOL F1), nor on repeats (F2), nor on how a
 * snapshot, a page of history and a stream overlap (F3). Values are immutable: what did not change keeps its identity.
 */
export interface Timeline {
  readonly me: User;
  readonly rooms: ReadonlyMap<string, RoomTimeline>;
  /** Newest change of each message that is not loaded: met again when its page of history arrives. */
  readonly changes: ReadonlyMap<string, MessageChange>;
}

/** All that a change leaves of what went before: so the newest change alone decides. */
interface MessageChange {
  readonly updatedSeq: number;
  readonly body: string;
  readonly editedTs?: number;
  readonly removed?: true;
}

/** The state as of a snapshot. A re-sync after a gap starts here again. */
export function timelineFrom(snapshot: Snapshot): Timeline {
  const rooms = new Map(snapshot.rooms.map((view) => [view.room.id, roomFrom(view)]));
  return { me: snapshot.me, rooms, changes: new Map() };
}

/** Folds events into the state; returns the same state when they change nothing. */
export function applyEvents(timeline: Timeline, events: readonly ChatEvent[]): Timeline {
  const draft = new Draft(timeline);
  for (const event of events) draft.apply(event);
  return draft.finish();
}

/**
 * Puts a page of older messages before the loaded ones. `before` is the `loadedFrom` the page was asked with:
 * if the room has been re-joined or re-synced since, the page no longer fits and the state is returned unchanged.
 */
export function applyHistory(timeline: Timeline, roomId: string, before: number, page: HistoryPage): Timeline {
  const room = timeline.rooms.get(roomId);
  if (!room || room.loadedFrom !== before) return timeline;
  const changes = new Map(timeline.changes);
  const older = page.messages.map((message) => withChange(message, take(changes, message.id)));
  const loadedFrom = page.hasMore ? (older[0]?.roomSeq ?? room.loadedFrom) : 0;
  const rooms = new Map(timeline.rooms).set(roomId, { ...room, loadedFrom, messages: [...older, ...room.messages] });
  return { ...timeline, rooms, changes };
}

function roomFrom(view: RoomView): RoomTimeline {
  const { room, joined, memberCount, roomSeq, messages, updatedSeq } = view;
  const loadedFrom = view.hasOlder ? (messages[0]?.roomSeq ?? roomSeq + 1) : 0;
  return { room, joined, memberCount, roomSeq, messages, loadedFrom, joinedSeq: updatedSeq, membersSeq: updatedSeq, windowSeq: updatedSeq };
}

function withChange(message: Message, change: MessageChange | undefined): Message {
  if (!change || change.updatedSeq <= message.updatedSeq) return message;
  const { editedTs: _editedTs, removed: _removed, ...lasting } = message;
  return { ...lasting, ...change };
}

function take<V>(map: Map<string, V>, key: string): V | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}

/** Where `roomSeq` stands or belongs among messages; searched from the end, where news arrive. */
function placeOf(messages: readonly Message[], roomSeq: number): number {
  let place = messages.length;
  while (place > 0 && messages[place - 1]!.roomSeq >= roomSeq) place--;
  return place;
}

/** Copy-on-write over a timeline, so that a batch copies each room's messages once. */
class Draft {
  private rooms: Map<string, RoomTimeline> | undefined;
  private changes: Map<string, MessageChange> | undefined;
  private readonly copied = new Map<string, Message[]>();

  constructor(private readonly base: Timeline) {}

  apply(event: ChatEvent): void {
    this.noteRoomSeq(event);
    switch (event.type) {
      case 'room.created':
        return this.roomCreated(event);
      case 'member.joined':
        return this.memberJoined(event);
      case 'member.left':
        return this.memberLeft(event);
      case 'message.posted':
        return this.messagePosted(event);
      case 'message.edited':
        return this.messageChanged(event, { body: event.data.body, editedTs: event.ts });
      case 'message.removed':
        return this.messageChanged(event, { body: '', removed: true });
    }
  }

  finish(): Timeline {
    if (!this.rooms && !this.changes) return this.base;
    return { ...this.base, rooms: this.rooms ?? this.base.rooms, changes: this.changes ?? this.base.changes };
  }

  private noteRoomSeq(event: ChatEvent): void {
    const room = this.room(event.roomId);
    if (room && 'roomSeq' in event && event.roomSeq > room.roomSeq) this.patch(room, { roomSeq: event.roomSeq });
  }

  private roomCreated({ seq, data: { room } }: EventOf<'room.created'>): void {
    if (this.room(room.id)) return;
    this.set({
      room,
      joined: false,
      // Whoever has created it.
      memberCount: 1,
      roomSeq: 0,
      messages: [],
      loadedFrom: 0,
      joinedSeq: seq,
      membersSeq: seq,
      windowSeq: seq,
    });
  }

  private memberJoined(event: EventOf<'member.joined'>): void {
    const { room, user } = event.data;
    if (user.id === this.base.me.id) this.iJoined(event);
    const known = this.room(room.id);
    if (known) this.countMembers(known, event);
  }

  private iJoined({ seq, roomSeq, data: { room, memberCount } }: EventOf<'member.joined'>): void {
    const known = this.room(room.id);
    if (known && seq <= known.windowSeq) return;
    const isNewest = !known || seq > known.joinedSeq;
    this.copied.delete(room.id);
    this.set({
      room,
      ...(isNewest ? { joined: true, joinedSeq: seq } : { joined: known.joined, joinedSeq: known.joinedSeq }),
      memberCount: known?.memberCount ?? memberCount,
      membersSeq: known?.membersSeq ?? seq,
      roomSeq: Math.max(roomSeq, known?.roomSeq ?? 0),
      messages: known?.messages.filter((message) => message.roomSeq >= roomSeq) ?? [],
      loadedFrom: roomSeq > 1 ? roomSeq : 0,
      windowSeq: seq,
    });
  }

  private memberLeft(event: EventOf<'member.left'>): void {
    const room = this.room(event.roomId);
    if (!room) return;
    this.countMembers(room, event);
    const mine = event.data.userId === this.base.me.id && event.seq > room.joinedSeq;
    if (mine) this.patch(this.room(event.roomId)!, { joined: false, joinedSeq: event.seq });
  }

  private countMembers(room: RoomTimeline, event: EventOf<'member.joined' | 'member.left'>): void {
    if (event.seq <= room.membersSeq) return;
    this.patch(room, { memberCount: event.data.memberCount, membersSeq: event.seq });
  }

  private messagePosted(event: EventOf<'message.posted'>): void {
    const { roomId, roomSeq, seq, ts, clientMsgId, data } = event;
    const room = this.room(roomId);
    if (!room || roomSeq < room.loadedFrom) return;
    const place = placeOf(room.messages, roomSeq);
    if (room.messages[place]?.roomSeq === roomSeq) return;
    const { messageId: id, author, body } = data;
    const message = { id, roomId, roomSeq, seq, updatedSeq: seq, author, clientMsgId, body, ts };
    this.messagesOf(room).splice(place, 0, withChange(message, this.takeChange(id)));
  }

  private messageChanged(event: EventOf<'message.edited' | 'message.removed'>, change: Omit<MessageChange, 'updatedSeq'>): void {
    const room = this.room(event.roomId);
    const id = event.data.messageId;
    const place = room?.messages.findLastIndex((message) => message.id === id) ?? -1;
    if (room && place >= 0) {
      const message = room.messages[place]!;
      const changed = withChange(message, { ...change, updatedSeq: event.seq });
      if (changed !== message) this.messagesOf(room)[place] = changed;
      return;
    }
    const known = (this.changes ?? this.base.changes).get(id);
    if (known && known.updatedSeq >= event.seq) return;
    this.changes ??= new Map(this.base.changes);
    this.changes.set(id, { ...change, updatedSeq: event.seq });
  }

  private takeChange(id: string): MessageChange | undefined {
    if (!(this.changes ?? this.base.changes).has(id)) return undefined;
    this.changes ??= new Map(this.base.changes);
    return take(this.changes, id);
  }

  private room(id: string): RoomTimeline | undefined {
    return (this.rooms ?? this.base.rooms).get(id);
  }

  private messagesOf(room: RoomTimeline): Message[] {
    let messages = this.copied.get(room.room.id);
    if (!messages) {
      messages = [...room.messages];
      this.copied.set(room.room.id, messages);
      this.patch(room, { messages });
    }
    return messages;
  }

  private patch(room: RoomTimeline, change: Partial<RoomTimeline>): void {
    this.set({ ...room, ...change });
  }

  private set(room: RoomTimeline): void {
    this.rooms ??= new Map(this.base.rooms);
    this.rooms.set(room.room.id, room);
  }
}
