import { Cursor, fromText, TIMING } from '@fourways/chat-core';
import { z } from 'zod';

/** What a reader that has never seen the ephemeral state leaves out. */
const EphemeralNumber = fromText(z.coerce.number().int().nonnegative().optional());

/** The query of the readers over HTTP. */
export const ReaderRequest = z.object({
  cursor: Cursor,
  eph: EphemeralNumber,
  conn: z.string().min(1).max(64).optional(),
  /** Nobody looks at the page that polls. */
  hidden: z.enum(['0', '1']).optional(),
  /** Seconds that a long poll may be held. */
  wait: fromText(z.coerce.number().min(0).max(60).default(TIMING.longPollWaitMs / 1_000)),
});
export type ReaderRequest = z.infer<typeof ReaderRequest>;

/** `auth` of a WebSocket's handshake. */
export const ReaderHandshake = z.object({ cursor: Cursor, conn: z.string().min(1).max(64), v: z.literal(1), eph: EphemeralNumber });
export type ReaderHandshake = z.infer<typeof ReaderHandshake>;
