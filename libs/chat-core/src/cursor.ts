import * as z from 'zod/mini';

const EPOCH_CHARS = 8;
const SEQ_CHARS = 11;

/** `<epoch>.<seq>`: 8 characters of log identity, then the seq in 11 digits of base 36. */
export const Cursor = z
  .string()
  .check(
    z.regex(/^[a-z0-9]{8}\.[a-z0-9]{11}$/, { error: 'must be a cursor handed out by this service', abort: true }),
    z.refine((text) => Number.parseInt(text.slice(EPOCH_CHARS + 1), 36) <= Number.MAX_SAFE_INTEGER, 'is beyond any log'),
  )
  .brand<'Cursor'>();

/**
 * The whole state of a reader: the last place it has applied, with the identity of the log.
 * Opaque to outsiders; within one epoch cursors sort as strings in the order of the log (PROTOCOL C1).
 */
export type Cursor = z.infer<typeof Cursor>;

export function formatCursor(epoch: string, seq: number): Cursor {
  return `${epoch}.${seq.toString(36).padStart(SEQ_CHARS, '0')}` as Cursor;
}

/** The two halves of a cursor. `cursor` must have passed the `Cursor` schema. */
export function parseCursor(cursor: Cursor): { epoch: string; seq: number } {
  return { epoch: cursor.slice(0, EPOCH_CHARS), seq: Number.parseInt(cursor.slice(EPOCH_CHARS + 1), 36) };
}
