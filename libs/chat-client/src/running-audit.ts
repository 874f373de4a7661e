import { type AuditSum, type ChatEvent, type Cursor, EventDigest } from '@fourways/chat-core';

/** What was applied between two cursors, for the server to confirm or deny. */
export interface Statement extends AuditSum {
  readonly from: Cursor;
  readonly to: Cursor;
}

/** Counts and digests the events that are applied since the last snapshot, as they are applied (PROTOCOL Q1). */
export class RunningAudit {
  private readonly digest = new EventDigest();

  constructor(private readonly from: Cursor) {}

  add(events: readonly ChatEvent[]): void {
    for (const event of events) this.digest.add(event);
  }

  upTo(to: Cursor): Statement {
    return { from: this.from, to, ...this.digest.sum };
  }
}
