import { type EventDraft, EventLog, type LogRange } from '../event-log.js';
import type { ChatEvent, LogRecord } from '../event.js';

/** The log in an array: the oracle of the tests and the twin of every stored one. */
export class MemoryEventLog extends EventLog {
  private records: LogRecord[] = [];
  private head = 0;
  private readonly roomSeqs = new Map<string, number>();

  constructor(private readonly epoch = 'memory00') {
    super();
  }

  override async range(): Promise<LogRange> {
    return { epoch: this.epoch, first: this.head - this.records.length + 1, head: this.head };
  }

  override async readAfter(after: number, limit: number): Promise<LogRecord[]> {
    const first = this.head - this.records.length + 1;
    const from = Math.max(0, after - first + 1);
    return this.records.slice(from, from + limit);
  }

  override async append(drafts: readonly EventDraft[]): Promise<LogRecord[]> {
    const appended = drafts.map((draft) => this.number(draft));
    this.records.push(...appended);
    return appended;
  }

  override async prune(upTo: number): Promise<void> {
    const first = this.head - this.records.length + 1;
    this.records = this.records.slice(Math.max(0, upTo - first + 1));
  }

  private number({ audience, event }: EventDraft): LogRecord {
    const numbered: Record<string, unknown> = { ...event, seq: ++this.head };
    if (audience.startsWith('room:')) numbered['roomSeq'] = this.nextRoomSeq(audience);
    return { audience, event: numbered as ChatEvent };
  }

  private nextRoomSeq(audience: string): number {
    const next = (this.roomSeqs.get(audience) ?? 0) + 1;
    this.roomSeqs.set(audience, next);
    return next;
  }
}
