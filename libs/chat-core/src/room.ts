import * as z from 'zod/mini';
import { LIMITS } from './limits.js';
import { nameOf } from './name.js';
import { textOf } from './text.js';
import { User } from './user.js';

export const RoomId = z.uuid();

/**
 * Anyone can find and join a public room; a private one has to be brought into. A direct room belongs for ever to the
 * people it was opened for, two or a few, and exists once for the same people.
 */
export const RoomKind = z.enum(['public', 'private', 'direct']);
export type RoomKind = z.infer<typeof RoomKind>;

export const RoomName = nameOf(LIMITS.roomNameChars);

export const RoomTopic = textOf(LIMITS.topicChars).check(z.trim());

/** What everyone who may see a room knows of it. */
export const Room = z.object({
  id: RoomId,
  /** Empty in a direct room, which goes by its people. */
  name: z.string(),
  kind: RoomKind,
  createdTs: z.int(),
  /** Whoever created it and may archive it; nobody may the lobby. */
  ownerId: z.optional(z.string()),
  topic: z.optional(z.string()),
  /** Nothing is said any more in an archived room; it can be read. */
  archivedTs: z.optional(z.int()),
  /** Of a direct room: its people, in the order of their ids. */
  people: z.optional(z.array(User)),
});
export type Room = z.infer<typeof Room>;

/** A room in a list. */
export const RoomSummary = z.object({ room: Room, joined: z.boolean(), memberCount: z.int() });
export type RoomSummary = z.infer<typeof RoomSummary>;
