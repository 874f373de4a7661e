import type { Message } from './message.js';
import type { ReadMark, RoomPreference } from './reading.js';
import type { Room, RoomKind } from './room.js';
import type { Receipt, RoomView } from './snapshot.js';

/** What one person knows of one room. Each part carries the `seq` that last changed it. */
export interface RoomTimeline {
  readonly room: Room;
  readonly roomChangedSeq: number;
  readonly joined: boolean;
  readonly memberCount: number;
  /** Newest `roomSeq` seen. */
  readonly roomSeq: number;
  /** Every message with `roomSeq >= loadedFrom`, in that order, tombstones included. */
  readonly messages: readonly Message[];
  /** 0 when the room is loaded from its beginning. */
  readonly loadedFrom: number;
  /** Number of the newest message of the room. */
  readonly lastNumber: number;
  /** How far one has read. */
  readonly read: ReadMark;
  readonly readSeq: number;
  readonly preference: RoomPreference;
  readonly preferenceSeq: number;
  /** How far others have read, as far as they let one know; by user. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** `seq` of the newest change of `joined`, and of `memberCount`. */
  readonly joinedSeq: number;
  readonly membersSeq: number;
  /** `seq` of the snapshot or of one's own newest arrival, with which the messages began anew. */
  readonly windowSeq: number;
}

export const NOTHING_READ: ReadMark = { number: 0, ownAfter: 0, mentions: [] };

/** How one has a room before one has said so. */
export function preferenceFor(kind: RoomKind): RoomPreference {
  return { level: kind === 'direct' ? 'everything' : 'mentions', starred: false, position: null };
}

/** The room as a snapshot shows it. */
export function roomFrom(view: RoomView): RoomTimeline {
  const { room, joined, memberCount, roomSeq, messages, lastNumber, read, preference, updatedSeq } = view;
  const seqs = { roomChangedSeq: updatedSeq, joinedSeq: updatedSeq, membersSeq: updatedSeq, readSeq: updatedSeq, preferenceSeq: updatedSeq, windowSeq: updatedSeq };
  const loadedFrom = view.hasOlder ? (messages[0]?.roomSeq ?? roomSeq + 1) : 0;
  const receipts = new Map(view.receipts.map((receipt) => [receipt.user.id, receipt]));
  return { room, joined, memberCount, roomSeq, messages, loadedFrom, lastNumber, read, preference, receipts, ...seqs };
}

/** The room as one hears of it for the first time, at `seq`. */
export function newRoom(room: Room, seq: number): RoomTimeline {
  const seqs = { roomChangedSeq: seq, joinedSeq: seq, membersSeq: seq, readSeq: seq, preferenceSeq: seq, windowSeq: seq };
  const nothing = { joined: false, roomSeq: 0, messages: [], loadedFrom: 0, lastNumber: 0, read: NOTHING_READ, receipts: new Map() };
  // Whoever has created it.
  return { room, memberCount: 1, ...nothing, preference: preferenceFor(room.kind), ...seqs };
}

/** How many messages of others came since one last read. */
export function unreadIn({ joined, lastNumber, read }: RoomTimeline): number {
  return joined ? Math.max(0, lastNumber - read.number - read.ownAfter) : 0;
}

/** How many of the unread ones mention one. */
export function mentionsIn({ joined, read }: RoomTimeline): number {
  return joined ? read.mentions.length : 0;
}
