import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.js';

/** Gives a new database its log, with the epoch that it keeps for life (PROTOCOL L6). */
export async function createLog(database: Database): Promise<void> {
  const epoch = randomBytes(4).toString('hex');
  await database.writer.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO "Log" ("id", "epoch") VALUES (1, ${epoch}) ON CONFLICT ("id") DO NOTHING`;
  });
}
