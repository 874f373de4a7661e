import type { Audience, ChatEvent, LogRecord } from './event.js';

/** An event before the log has numbered it. */
export type EventDraft = { readonly audience: Audience; readonly event: DraftOf<ChatEvent> };
type DraftOf<E> = E extends unknown ? Omit<E, 'seq' | 'roomSeq'> : never;

/** Where the log stands: events with `first <= seq <= head` can be read; `first` is `head + 1` when none is left. */
export interface LogRange {
  readonly epoch: string;
  readonly first: number;
  readonly head: number;
}

/**
 * The one append-only log. Its promises are those of PROTOCOL L1–L6 and are held by `eventLogContract`.
 * Only the ledger appends; everyone else reads.
 */
export abstract class EventLog {
  /** Identity and extent at one instant. `epoch` changes only when the log is another log. */
  abstract range(): Promise<LogRange>;

  /**
   * At most `limit` records with `seq > after`, in the order of `seq` and without a hole among those kept.
   * Never returns a record whose predecessors could still be committed later.
   */
  abstract readAfter(after: number, limit: number): Promise<LogRecord[]>;

  /**
   * Stores the drafts in the given order, all or none. Gives each the next `seq`, and each with a room audience
   * the next `roomSeq` of its room. When it resolves, they are on disk and visible to `readAfter`.
   */
  abstract append(drafts: readonly EventDraft[]): Promise<LogRecord[]>;

  /** Forgets every record with `seq <= upTo`. Neither `head` nor `epoch` changes. */
  abstract prune(upTo: number): Promise<void>;
}
