import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { LedgerCommand } from './decision.js';
import { LedgerReads } from './ledger-reads.js';
import type { LedgerStore } from './ledger.js';
import { LedgerWrites } from './ledger-writes.js';
import { WorkingSet } from './working-set.js';

const TRANSACTION = { maxWait: 30_000, timeout: 30_000 };

/** Batches in SQLite: one transaction, one statement per table, however many commands. */
@Injectable()
export class SqliteLedgerStore implements LedgerStore {
  constructor(private readonly database: Database) {}

  async transact(commands: readonly LedgerCommand[], decide: (state: WorkingSet) => void): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      const state = await lock(tx);
      await new LedgerReads(tx, state).fill(commands.map(({ needs }) => needs));
      decide(state);
      await new LedgerWrites(tx).save(state);
    }, TRANSACTION);
  }
}

/** Writes before it reads: so the lock is held from the first statement, and numbers are taken in the order of commits. */
async function lock(tx: Prisma.TransactionClient): Promise<WorkingSet> {
  const [log] = await tx.$queryRaw<{ epoch: string; head: number }[]>`UPDATE "Log" SET "head" = "head" WHERE "id" = 1 RETURNING "epoch", "head"`;
  if (!log) throw new Error('The database holds no log');
  return new WorkingSet(log.epoch, log.head);
}
