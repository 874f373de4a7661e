import * as z from 'zod/mini';
import { Cursor } from './cursor.js';
import { Ephemeral } from './ephemeral.js';
import { ChatEvent } from './event.js';

/**
 * All that is new for one reader between two places of the log.
 * Every event in (`prev`, `next`] that the reader may see is in `events`, in order, and no other.
 * `upToDate: false` means that more follows at once.
 */
export const Frame = z.object({
  v: z.literal(1),
  prev: Cursor,
  next: Cursor,
  upToDate: z.boolean(),
  events: z.array(ChatEvent),
  eph: z.optional(Ephemeral),
  /** Set on a heartbeat: `t` is the server's clock in ms. */
  hb: z.optional(z.object({ t: z.int() })),
});
export type Frame = z.infer<typeof Frame>;

/** A frame but for its events, for a reader that looks at them one by one. */
export const FrameEnvelope = z.omit(Frame, { events: true });
