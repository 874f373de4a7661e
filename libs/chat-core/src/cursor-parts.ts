import type { Cursor } from './cursor.js';

const EPOCH_CHARS = 8;
const SEQ_CHARS = 11;

export function formatCursor(epoch: string, seq: number): Cursor {
  return `${epoch}.${seq.toString(36).padStart(SEQ_CHARS, '0')}` as Cursor;
}

/** The two halves of a cursor. `cursor` must have passed the `Cursor` schema. */
export function parseCursor(cursor: Cursor): { epoch: string; seq: number } {
  return { epoch: cursor.slice(0, EPOCH_CHARS), seq: Number.parseInt(cursor.slice(EPOCH_CHARS + 1), 36) };
}
