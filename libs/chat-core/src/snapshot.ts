import * as z from 'zod/mini';
import { Cursor } from './cursor.js';
import { Ephemeral } from './ephemeral.js';
import { Message } from './message.js';
import { Terms } from './notice.js';
import { ReadMark, RoomPreference } from './reading.js';
import { RoomSummary } from './room.js';
import { User } from './user.js';

/** How far somebody has read a room whose members are told so. */
export const Receipt = z.object({ user: User, number: z.int() });
export type Receipt = z.infer<typeof Receipt>;

/** A room as one person finds it. Only a member is told `roomSeq`, `lastNumber`, `messages` and what follows from them. */
export const RoomView = z.extend(RoomSummary, {
  /** `seq` of the newest event that this view includes. */
  updatedSeq: z.int(),
  /** Number of the newest event of the room. */
  roomSeq: z.int(),
  /** The newest messages, oldest first. */
  messages: z.array(Message),
  /** True when there are older messages than the ones given. */
  hasOlder: z.boolean(),
  /** Number of the newest message. */
  lastNumber: z.int(),
  /** Of the one who asks; of a room that she is not in it is as if she had read nothing. */
  read: ReadMark,
  preference: RoomPreference,
  /** Of everyone who has let the others know. */
  receipts: z.array(Receipt),
});
export type RoomView = z.infer<typeof RoomView>;

/** Everything a screen needs to start, as of exactly `cursor`: one read transaction (PROTOCOL B1). */
export const Snapshot = z.object({
  cursor: Cursor,
  me: User,
  /** The rooms one may see: all public ones and the private ones one is in. */
  rooms: z.array(RoomView),
  eph: Ephemeral,
  hello: Terms,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A page of history in the order of the timeline. */
export const HistoryPage = z.object({
  messages: z.array(Message),
  /** Whether there are more in the direction that was asked for; of a page around a place, older ones. */
  hasMore: z.boolean(),
  /** Of a page around a place: whether there are newer ones. */
  hasNewer: z.optional(z.boolean()),
  cursor: Cursor,
});
export type HistoryPage = z.infer<typeof HistoryPage>;
