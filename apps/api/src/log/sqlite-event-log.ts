import { type EventDraft, EventLog, type LogRange, type LogRecord } from '@fourways/chat-core';
import type { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import type { Ledger } from './ledger.js';
import { fromRow, type RecordRow } from './record-row.js';

/** The log in the tables Log and Event, read by primary key. Appends go through the ledger like everyone's. */
export class SqliteEventLog extends EventLog {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {
    super();
  }

  override async range(): Promise<LogRange> {
    const [row] = await this.database.reader.$queryRaw<LogRange[]>`SELECT "epoch", "first", "head" FROM "Log" WHERE "id" = 1`;
    if (!row) throw new Error('The database holds no log');
    return row;
  }

  override async readAfter(after: number, limit: number): Promise<LogRecord[]> {
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT * FROM "Event" WHERE "seq" > ${after} ORDER BY "seq" LIMIT ${limit}`;
    return plain<RecordRow>(rows).map(fromRow);
  }

  override async append(drafts: readonly EventDraft[]): Promise<LogRecord[]> {
    const rooms = drafts.flatMap(({ audience }) => (audience.startsWith('room:') ? [audience.slice(5)] : []));
    const { records } = await this.ledger.commit({ needs: { rooms }, decide: () => ({ events: drafts }) });
    return [...records];
  }

  override async prune(upTo: number): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE "Log" SET "first" = MAX("first", MIN(${upTo} + 1, "head" + 1)) WHERE "id" = 1`;
      await tx.$executeRaw`DELETE FROM "Event" WHERE "seq" <= ${upTo}`;
    });
  }
}
