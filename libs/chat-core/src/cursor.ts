import * as z from 'zod/mini';

/** `<epoch>.<seq>`: 8 characters of log identity, then the seq in 11 digits of base 36. */
export const Cursor = z
  .string()
  .check(
    z.regex(/^[a-z0-9]{8}\.[a-z0-9]{11}$/, { error: 'must be a cursor handed out by this service', abort: true }),
    z.refine((text) => Number.parseInt(text.slice(text.indexOf('.') + 1), 36) <= Number.MAX_SAFE_INTEGER, 'is beyond any log'),
  )
  .brand<'Cursor'>();

/**
 * The whole state of a reader: the last place it has applied, with the identity of the log.
 * Opaque to outsiders; within one epoch cursors sort as strings in the order of the log (PROTOCOL C1).
 */
export type Cursor = z.infer<typeof Cursor>;
