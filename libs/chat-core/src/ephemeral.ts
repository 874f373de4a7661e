import * as z from 'zod/mini';
import { RoomId } from './room.js';
import { User } from './user.js';

export const PresenceState = z.enum(['online', 'idle', 'offline']);
export type PresenceState = z.infer<typeof PresenceState>;

/** `ttlMs` 0 means: stopped typing. */
export const Typing = z.object({ roomId: RoomId, user: User, ttlMs: z.int().check(z.nonnegative()) });
export type Typing = z.infer<typeof Typing>;

export const Presence = z.object({ user: User, state: PresenceState });
export type Presence = z.infer<typeof Presence>;

/**
 * Leased, latest-wins state: at most once, never in the log (PROTOCOL E1).
 * `n` numbers the board's changes; a reader that sends its `n` back gets what changed since.
 * `full` says that this is all there is: what is not named here is gone.
 */
export const Ephemeral = z.object({
  n: z.int().check(z.nonnegative()),
  full: z.optional(z.boolean()),
  typing: z.array(Typing),
  presence: z.array(Presence),
});
export type Ephemeral = z.infer<typeof Ephemeral>;
