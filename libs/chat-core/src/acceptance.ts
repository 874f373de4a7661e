import type { Cursor } from './cursor.js';
import { parseCursor } from './cursor-parts.js';

export type Acceptance = 'apply' | 'nothing-new' | 'hole' | 'other-epoch';

/**
 * The one rule by which a client takes a frame, in every mode, also while two transports feed it
 * during a switch (PROTOCOL N1). `apply` means: apply the events with `seq` above the cursor, then
 * move the cursor to `frame.next`. After `hole` nothing may be applied: read again from the cursor.
 */
export function accept(cursor: Cursor, frame: { prev: Cursor; next: Cursor }): Acceptance {
  if (parseCursor(frame.next).epoch !== parseCursor(cursor).epoch) return 'other-epoch';
  if (frame.next <= cursor) return 'nothing-new';
  return frame.prev <= cursor ? 'apply' : 'hole';
}
