import { type Ack, formatCursor } from '@fourways/chat-core';
import type { Outcome } from './ledger.js';

/** What the sender of a command is told. Of several events the first is the one that the command is about. */
export function ack({ epoch, head, records, earlier }: Outcome): Ack {
  const event = (records[0] ?? earlier)?.event ?? null;
  return { event, cursor: formatCursor(epoch, head), ...(records.length === 0 && { duplicate: true }) };
}
