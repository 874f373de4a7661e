import { Cursor, parseCursor } from '@fourways/chat-core';
import { z } from 'zod';

/** The stretch of the log to be audited: `from` is where the person began, `to` how far she has read. */
export const AuditRequest = z
  .object({ from: Cursor, to: Cursor })
  .refine(({ from, to }) => parseCursor(from).epoch !== parseCursor(to).epoch || from <= to, {
    error: 'from must not be later than to',
    when: ({ issues }) => issues.length === 0,
  });
export type AuditRequest = z.infer<typeof AuditRequest>;
