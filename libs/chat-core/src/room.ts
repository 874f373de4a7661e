import { z } from 'zod';
import { LIMITS } from './limits.js';
import { nameOf } from './name.js';

export const RoomId = z.uuid();

export const RoomKind = z.enum(['public', 'private']);
export type RoomKind = z.infer<typeof RoomKind>;

export const RoomName = nameOf(LIMITS.roomNameChars);

/** What everyone who may see a room knows of it. */
export const Room = z.object({
  id: RoomId,
  name: z.string(),
  kind: RoomKind,
  createdTs: z.int(),
});
export type Room = z.infer<typeof Room>;

/** A room in a list. */
export const RoomSummary = z.object({ room: Room, joined: z.boolean(), memberCount: z.int() });
export type RoomSummary = z.infer<typeof RoomSummary>;
