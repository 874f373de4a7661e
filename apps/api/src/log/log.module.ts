import { Doorbell, EventLog, MemoryDoorbell, Tail, Viewers } from '@fourways/chat-core';
import { Global, Logger, Module } from '@nestjs/common';
import { Database } from '../database/database.js';
import { createLog } from './create-log.js';
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
    { provide: EventLog, inject: [Database, Ledger], useFactory: openLog },
    { provide: Doorbell, useFactory: () => new MemoryDoorbell() },
    { provide: Tail, inject: [EventLog], useFactory: openTail },
    {
      provide: Viewers,
      inject: [StaysRepository],
      useFactory: openViewers,
    },
  ],
  exports: [Doorbell, EventLog, Ledger, Tail, TermsService, Viewers],
})
export class LogModule {}

async function openLog(database: Database, ledger: Ledger): Promise<EventLog> {
  await createLog(database);
  return new SqliteEventLog(database, ledger);
}

async function openTail(log: EventLog): Promise<Tail> {
  const tail = new Tail(log);
  await tail.open();
  return tail;
}

function openViewers(stays: StaysRepository): Viewers {
  const logger = new Logger(Viewers.name);
  return new Viewers({ load: (userId) => stays.of(userId), defer: setImmediate, onError: (error) => logger.error(error) });
}
