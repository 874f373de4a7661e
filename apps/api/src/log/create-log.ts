import type { Database } from '../database/database.js';
import { newEpoch } from './new-epoch.js';

/** Gives a new database its log, with the epoch that it keeps for life (PROTOCOL L6). */
export async function createLog(database: Database): Promise<void> {
  await database.writer.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO "Log" ("id", "epoch") VALUES (1, ${newEpoch()}) ON CONFLICT ("id") DO NOTHING`;
  });
}
