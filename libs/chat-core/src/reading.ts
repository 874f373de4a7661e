import * as z from 'zod/mini';
import { MessageId } from './message.js';

/**
 * How far one person has read a room. Unread is arithmetic on numbers, so it can neither drift nor become negative:
 * `lastNumber - number - ownAfter` (see `unreadIn`).
 */
export const ReadMark = z.object({
  /** Number of the newest message that counts as read; all before it do, too. */
  number: z.int().check(z.nonnegative()),
  /** How many of the later ones are her own: they never count. */
  ownAfter: z.int().check(z.nonnegative()),
  /** The later ones that mention her. */
  mentions: z.array(z.object({ messageId: MessageId, number: z.int() })),
});
export type ReadMark = z.infer<typeof ReadMark>;

/** How a person wants to be told of a room: of all messages, of those that mention her, of none; or not to see the room in her list. */
export const NotifyLevel = z.enum(['everything', 'mentions', 'nothing', 'invisible']);
export type NotifyLevel = z.infer<typeof NotifyLevel>;

/** How one person wants to have a room, on all of her devices. */
export const RoomPreference = z.object({
  level: NotifyLevel,
  starred: z.boolean(),
  /** Her own order: smaller first; null for where the room falls by itself. */
  position: z.nullable(z.number()),
});
export type RoomPreference = z.infer<typeof RoomPreference>;
