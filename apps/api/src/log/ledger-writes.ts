import type { Prisma } from '../generated/prisma/client.js';
import { toRow } from './record-row.js';
import type { WorkingSet } from './working-set.js';

/**
 * Writes what a batch changed, one statement per table: a list of rows travels as one JSON parameter, which is
 * several times faster than a statement per row.
 */
export class LedgerWrites {
  constructor(private readonly tx: Prisma.TransactionClient) {}

  async save(state: WorkingSet): Promise<void> {
    await this.sessions(state);
    if (state.records.length === 0) return;
    await this.rooms([...state.dirtyRooms]);
    await this.memberships([...state.dirtyMemberships]);
    await this.messages([...state.dirtyMessages]);
    await this.events(state);
    await this.tx.$executeRaw`UPDATE "Log" SET "head" = ${state.head} WHERE "id" = 1`;
  }

  private async sessions({ sessions }: WorkingSet): Promise<void> {
    if (sessions.length === 0) return;
    const users = JSON.stringify(sessions.map(({ user, ts }) => ({ ...user, ts })));
    await this.tx.$executeRaw`
      INSERT INTO "User" ("id", "name", "createdTs")
      SELECT "value" ->> 'id', "value" ->> 'name', "value" ->> 'ts' FROM json_each(${users})`;
    const rows = JSON.stringify(sessions.map(({ user, sessionId, ts }) => ({ id: sessionId, userId: user.id, ts })));
    await this.tx.$executeRaw`
      INSERT INTO "Session" ("id", "userId", "createdTs")
      SELECT "value" ->> 'id', "value" ->> 'userId', "value" ->> 'ts' FROM json_each(${rows})`;
  }

  private async rooms(rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.$executeRaw`
      INSERT INTO "Room" ("id", "name", "kind", "createdTs", "roomSeq", "memberCount")
      SELECT "value" ->> 'id', "value" ->> 'name', "value" ->> 'kind', "value" ->> 'createdTs', "value" ->> 'roomSeq', "value" ->> 'memberCount'
      FROM json_each(${JSON.stringify(rows)}) WHERE true
      ON CONFLICT ("id") DO UPDATE SET "roomSeq" = excluded."roomSeq", "memberCount" = excluded."memberCount"`;
  }

  private async memberships(rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.$executeRaw`
      INSERT INTO "Membership" ("roomId", "userId", "joinedSeq", "leftSeq")
      SELECT "value" ->> 'roomId', "value" ->> 'userId', "value" ->> 'joinedSeq', "value" ->> 'leftSeq'
      FROM json_each(${JSON.stringify(rows)}) WHERE true
      ON CONFLICT ("roomId", "userId", "joinedSeq") DO UPDATE SET "leftSeq" = excluded."leftSeq"`;
  }

  private async messages(rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.$executeRaw`
      INSERT INTO "Message" ("id", "roomId", "roomSeq", "seq", "updatedSeq", "authorId", "clientMsgId", "bodyHash", "body", "ts", "editedTs", "removed")
      SELECT "value" ->> 'id', "value" ->> 'roomId', "value" ->> 'roomSeq', "value" ->> 'seq', "value" ->> 'updatedSeq', "value" ->> 'authorId',
        "value" ->> 'clientMsgId', "value" ->> 'bodyHash', "value" ->> 'body', "value" ->> 'ts', "value" ->> 'editedTs', "value" ->> 'removed'
      FROM json_each(${JSON.stringify(rows)}) WHERE true
      ON CONFLICT ("id") DO UPDATE SET
        "body" = excluded."body", "editedTs" = excluded."editedTs", "removed" = excluded."removed", "updatedSeq" = excluded."updatedSeq"`;
  }

  private async events({ records }: WorkingSet): Promise<void> {
    await this.tx.$executeRaw`
      INSERT INTO "Event" ("seq", "id", "type", "audience", "roomId", "roomSeq", "actorId", "ts", "clientMsgId", "payload")
      SELECT "value" ->> 'seq', "value" ->> 'id', "value" ->> 'type', "value" ->> 'audience', "value" ->> 'roomId', "value" ->> 'roomSeq',
        "value" ->> 'actorId', "value" ->> 'ts', "value" ->> 'clientMsgId', "value" ->> 'payload'
      FROM json_each(${JSON.stringify(records.map(toRow))})`;
  }
}
