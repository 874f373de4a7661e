import { LIMITS, type RoomView } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import type { Prisma } from '../generated/prisma/client.js';
import { type NamedMessageRow, toMessage } from '../rooms/message-row.js';

/** What the database showed at one instant. */
export interface Instant {
  readonly epoch: string;
  readonly head: number;
  readonly rooms: RoomView[];
}

interface RoomRow {
  id: string;
  name: string;
  kind: 'public' | 'private';
  createdTs: number;
  memberCount: number;
  roomSeq: number;
  joinedSeq: number | null;
}

@Injectable()
export class SnapshotRepository {
  constructor(private readonly database: Database) {}

  /** All in one read transaction, whose first read is the log's head (PROTOCOL B1). */
  instant(userId: string): Promise<Instant> {
    return this.database.snapshots.$transaction(
      async (tx) => {
        const { epoch, head } = await tx.log.findUniqueOrThrow({ where: { id: 1 } });
        const rooms = await visibleRooms(tx, userId);
        const messages = await newestMessages(tx, rooms.filter(({ joinedSeq }) => joinedSeq !== null));
        return { epoch, head, rooms: rooms.map((row) => toView(row, messages.get(row.id) ?? [], head)) };
      },
      { maxWait: 30_000, timeout: 30_000 },
    );
  }
}

async function visibleRooms(tx: Prisma.TransactionClient, userId: string): Promise<RoomRow[]> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT r.*, m."joinedSeq"
    FROM "Room" r LEFT JOIN "Membership" m ON m."roomId" = r."id" AND m."userId" = ${userId} AND m."leftSeq" IS NULL
    WHERE r."kind" = 'public' OR m."joinedSeq" IS NOT NULL
    ORDER BY r."createdTs", r."id"`;
  return plain<RoomRow>(rows);
}

/** The newest messages of each room and one more, which tells that there are older ones; by the index (roomId, roomSeq). */
async function newestMessages(tx: Prisma.TransactionClient, rooms: readonly RoomRow[]): Promise<Map<string, NamedMessageRow[]>> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT m.*, u."name" AS "authorName"
    FROM json_each(${JSON.stringify(rooms.map(({ id }) => id))}) r
    JOIN "Message" m ON m."roomId" = r."value" AND m."roomSeq" >= COALESCE(
      (SELECT "roomSeq" FROM "Message" WHERE "roomId" = r."value" ORDER BY "roomSeq" DESC LIMIT 1 OFFSET ${LIMITS.snapshotMessages}), 0)
    JOIN "User" u ON u."id" = m."authorId"
    ORDER BY m."roomId", m."roomSeq"`;
  const byRoom = new Map<string, NamedMessageRow[]>(rooms.map(({ id }) => [id, []]));
  for (const row of plain<NamedMessageRow>(rows)) byRoom.get(row.roomId)?.push(row);
  return byRoom;
}

function toView({ joinedSeq, memberCount, roomSeq, ...room }: RoomRow, rows: readonly NamedMessageRow[], head: number): RoomView {
  const joined = joinedSeq !== null;
  const messages = rows.slice(-LIMITS.snapshotMessages).map(toMessage);
  const hasOlder = rows.length > LIMITS.snapshotMessages;
  return { room, joined, memberCount, updatedSeq: head, roomSeq: joined ? roomSeq : 0, messages, hasOlder };
}
