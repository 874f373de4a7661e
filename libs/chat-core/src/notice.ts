import * as z from 'zod/mini';
import { Cursor } from './cursor.js';
import { Mode } from './mode.js';

/** On what terms the server delivers; part of every snapshot. `t` is the server's clock in ms. */
export const Terms = z.object({
  epoch: z.string(),
  head: Cursor,
  retention: z.object({ events: z.int(), ms: z.int() }),
  hbMs: z.int(),
  deadMs: z.int(),
  recycleMs: z.int(),
  maxBatch: z.int(),
  /** Bytes that an uploaded file may have. */
  fileBytes: z.int(),
  t: z.int(),
});
export type Terms = z.infer<typeof Terms>;

/** The first thing a stream says. */
export const Hello = z.extend(Terms, { connId: z.string(), mode: Mode });
export type Hello = z.infer<typeof Hello>;

export const GapReason = z.enum(['expired', 'epoch', 'future', 'too_far', 'lagged']);
export type GapReason = z.infer<typeof GapReason>;

/** The log cannot be replayed from the reader's cursor: take a snapshot and go on from there. */
export const Gap = z.object({ reason: GapReason, head: Cursor });
export type Gap = z.infer<typeof Gap>;

/** The server ends the connection. `code` is a key of VERDICTS; match codes, never texts. */
export const Bye = z.object({
  code: z.int(),
  name: z.string(),
  retry: z.enum(['now', 'after', 'backoff', 'never']),
  afterMs: z.optional(z.int()),
  hint: z.optional(z.enum(['reauth', 'resync', 'other_mode'])),
});
export type Bye = z.infer<typeof Bye>;
