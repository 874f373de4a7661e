import type { Database } from '../database/database.js';
import { newEpoch } from './new-epoch.js';

/** From here on it is another log than the one that its readers know: every cursor of theirs is a gap (PROTOCOL L6). */
export async function forkLog(database: Database): Promise<void> {
  await database.writer.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "Log" SET "epoch" = ${newEpoch()} WHERE "id" = 1`;
  });
}
