import { z } from 'zod';
import { LIMITS } from './limits.js';

export const RoomId = z.uuid();

export const RoomKind = z.enum(['public', 'private']);
export type RoomKind = z.infer<typeof RoomKind>;

export const RoomName = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(LIMITS.roomNameChars, `must have at most ${LIMITS.roomNameChars} characters`)
      .regex(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}]*$/u, 'must not contain invisible characters'),
  );

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
