import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { eventLogContract } from '@fourways/chat-core/testing';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { createLog } from './create-log.js';
import { Ledger } from './ledger.js';
import { SqliteEventLog } from './sqlite-event-log.js';
import { SqliteLedgerStore } from './sqlite-ledger-store.js';

Logger.overrideLogger(false);

async function open(dataDir: string) {
  const database = await Database.open(new Config({ DATA_DIR: dataDir }));
  await createLog(database);
  return { database, log: new SqliteEventLog(database, new Ledger(new SqliteLedgerStore(database))) };
}

eventLogContract('SqliteEventLog', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'fourways-log-'));
  let { database, log } = await open(dataDir);
  return {
    log,
    async reopen() {
      await database.onApplicationShutdown();
      ({ database, log } = await open(dataDir));
      return log;
    },
    /** Two events of one id. */
    spoil: (drafts) => [...drafts, drafts[0]!],
    async close() {
      await database.onApplicationShutdown();
      await rm(dataDir, { recursive: true });
    },
  };
});
