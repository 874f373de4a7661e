import { LIMITS, NOTHING_READ, preferenceFor, type ReadMark, type Receipt, type RoomPreference, type RoomView } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import type { Prisma } from '../generated/prisma/client.js';
import { roomOf, type RoomRow } from '../log/rows.js';
import { FULL_MESSAGE, type FullMessageRow, toMessage } from '../rooms/message-row.js';

/** What the database showed at one instant. */
export interface Instant {
  readonly epoch: string;
  readonly head: number;
  readonly rooms: RoomView[];
}

/** A room, with the person's stay and place in it if she is a member. */
type PlaceRow = RoomRow & { joinedSeq: number | null; readNumber: number; ownAfter: number } & RoomPreference;

@Injectable()
export class SnapshotRepository {
  constructor(private readonly database: Database) {}

  /** All in one read transaction, whose first read is the log's head (PROTOCOL B1). */
  instant(userId: string): Promise<Instant> {
    return this.database.snapshots.$transaction(
      async (tx) => {
        const { epoch, head } = await tx.log.findUniqueOrThrow({ where: { id: 1 } });
        const rooms = await visibleRooms(tx, userId);
        const joined = JSON.stringify(rooms.filter(({ joinedSeq }) => joinedSeq !== null).map(({ id }) => id));
        const messages = await newestMessages(tx, joined);
        const mentions = await unreadMentions(tx, userId, joined);
        const receipts = await receiptsIn(tx, joined);
        return { epoch, head, rooms: rooms.map((row) => viewOf(row, { messages, mentions, receipts }, head)) };
      },
      { maxWait: 30_000, timeout: 30_000 },
    );
  }
}

async function visibleRooms(tx: Prisma.TransactionClient, userId: string): Promise<PlaceRow[]> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT r.*, m."joinedSeq", s."readNumber", s."level", s."starred", s."position",
      (SELECT COUNT(*) FROM "Message" o WHERE o."roomId" = r."id" AND o."authorId" = ${userId} AND o."number" > s."readNumber") AS "ownAfter"
    FROM "Room" r
    LEFT JOIN "Membership" m ON m."roomId" = r."id" AND m."userId" = ${userId} AND m."leftSeq" IS NULL
    LEFT JOIN "Subscription" s ON s."roomId" = r."id" AND s."userId" = ${userId} AND m."joinedSeq" IS NOT NULL
    WHERE r."kind" = 'public' OR m."joinedSeq" IS NOT NULL
    ORDER BY r."createdTs", r."id"`;
  return plain<PlaceRow>(rows);
}

/** The newest messages of each room and one more, which tells that there are older ones; by the index (roomId, roomSeq). */
async function newestMessages(tx: Prisma.TransactionClient, roomIds: string): Promise<Map<string, FullMessageRow[]>> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT ${FULL_MESSAGE}
    FROM json_each(${roomIds}) k
    JOIN "Message" m ON m."roomId" = k."value" AND m."roomSeq" >= COALESCE(
      (SELECT "roomSeq" FROM "Message" WHERE "roomId" = k."value" ORDER BY "roomSeq" DESC LIMIT 1 OFFSET ${LIMITS.snapshotMessages}), 0)
    JOIN "User" u ON u."id" = m."authorId"
    ORDER BY m."roomId", m."roomSeq"`;
  return byRoom(plain<FullMessageRow>(rows));
}

/** By the index (roomId, userId, number). */
async function unreadMentions(tx: Prisma.TransactionClient, userId: string, roomIds: string): Promise<Map<string, MentionRow[]>> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT c."roomId", c."messageId", c."number"
    FROM json_each(${roomIds}) k
    JOIN "Subscription" s ON s."roomId" = k."value" AND s."userId" = ${userId}
    JOIN "Mention" c ON c."roomId" = s."roomId" AND c."userId" IN (${userId}, '*') AND c."number" > s."readNumber" AND c."authorId" <> ${userId}
    GROUP BY c."messageId" ORDER BY c."number"`;
  return byRoom(plain<MentionRow>(rows));
}

async function receiptsIn(tx: Prisma.TransactionClient, roomIds: string): Promise<Map<string, ReceiptRow[]>> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT s."roomId", s."seenNumber", s."userId", u."name"
    FROM json_each(${roomIds}) k
    JOIN "Subscription" s ON s."roomId" = k."value" AND s."seenNumber" IS NOT NULL
    JOIN "User" u ON u."id" = s."userId"`;
  return byRoom(plain<ReceiptRow>(rows));
}

type MentionRow = ReadMark['mentions'][number] & { roomId: string };
type ReceiptRow = { roomId: string; userId: string; name: string; seenNumber: number };

interface Details {
  readonly messages: Map<string, FullMessageRow[]>;
  readonly mentions: Map<string, MentionRow[]>;
  readonly receipts: Map<string, ReceiptRow[]>;
}

function byRoom<R extends { roomId: string }>(rows: readonly R[]): Map<string, R[]> {
  const byId = new Map<string, R[]>();
  for (const row of rows) {
    const known = byId.get(row.roomId);
    if (known) known.push(row);
    else byId.set(row.roomId, [row]);
  }
  return byId;
}

function viewOf(row: PlaceRow, details: Details, head: number): RoomView {
  const { id, kind, memberCount, roomSeq, messageCount } = row;
  const messages = details.messages.get(id) ?? [];
  const shown = { room: roomOf(row), memberCount, updatedSeq: head };
  if (row.joinedSeq === null) {
    return { ...shown, joined: false, roomSeq: 0, messages: [], hasOlder: false, lastNumber: 0, read: NOTHING_READ, preference: preferenceFor(kind), receipts: [] };
  }
  return {
    ...shown,
    ...{ joined: true, roomSeq, lastNumber: messageCount },
    messages: messages.slice(-LIMITS.snapshotMessages).map(toMessage),
    hasOlder: messages.length > LIMITS.snapshotMessages,
    read: readOf(row, details.mentions.get(id) ?? []),
    preference: { level: row.level, starred: Boolean(row.starred), position: row.position },
    receipts: (details.receipts.get(id) ?? []).map(receiptOf),
  };
}

function readOf({ readNumber, ownAfter }: PlaceRow, mentions: readonly MentionRow[]): ReadMark {
  return { number: readNumber, ownAfter, mentions: mentions.map(({ messageId, number }) => ({ messageId, number })) };
}

function receiptOf({ userId, name, seenNumber }: ReceiptRow): Receipt {
  return { user: { id: userId, name }, number: seenNumber };
}
