import { Doorbell, EventLog, MemoryDoorbell, Tail, Viewers } from '@fourways/chat-core';
import { Global, Logger, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { createLog } from './create-log.js';
import { forkLog } from './fork-log.js';
import { HighWaterMark } from './high-water-mark.js';
import { Ledger } from './ledger.js';
import { LogLife } from './log-life.js';
import { Retention } from './retention.js';
import { SqliteEventLog } from './sqlite-event-log.js';
import { SqliteLedgerStore } from './sqlite-ledger-store.js';
import { StaysRepository } from './stays.repository.js';
import { TermsService } from './terms.service.js';

/** The log: one ledger that writes, one tail that all readers share. */
@Global()
@Module({
  providers: [
    LogLife,
    Retention,
    SqliteLedgerStore,
    StaysRepository,
    TermsService,
    { provide: Ledger, inject: [SqliteLedgerStore], useFactory: (store: SqliteLedgerStore) => new Ledger(store) },
    { provide: HighWaterMark, inject: [Config], useFactory: ({ databaseFile }: Config) => new HighWaterMark(`${databaseFile}-head`) },
    { provide: EventLog, inject: [Database, Ledger, HighWaterMark], useFactory: openLog },
    { provide: Doorbell, useFactory: () => new MemoryDoorbell() },
    { provide: Tail, inject: [EventLog, Config], useFactory: openTail },
    {
      provide: Viewers,
      inject: [StaysRepository],
      useFactory: openViewers,
    },
  ],
  exports: [Doorbell, EventLog, Ledger, Tail, TermsService, Viewers],
})
export class LogModule {}

async function openLog(database: Database, ledger: Ledger, mark: HighWaterMark): Promise<EventLog> {
  await createLog(database);
  const log = new SqliteEventLog(database, ledger);
  const range = await log.range();
  if (range.head > 0 && !(await mark.covers(range))) {
    new Logger(EventLog.name).warn('This database is not the one that was served here last: its log gets a new epoch');
    await forkLog(database);
  }
  await mark.raise(await log.range());
  return log;
}

async function openTail(log: EventLog, { tailEvents }: Config): Promise<Tail> {
  const tail = new Tail(log, tailEvents);
  await tail.open();
  return tail;
}

function openViewers(stays: StaysRepository): Viewers {
  const logger = new Logger(Viewers.name);
  return new Viewers({ load: (userId) => stays.of(userId), defer: setImmediate, onError: (error) => logger.error(error) });
}
