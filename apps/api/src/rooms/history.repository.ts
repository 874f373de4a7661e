import type { Message } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import { FULL_MESSAGE, type FullMessageRow, toMessage } from './message-row.js';

export interface PageQuery {
  readonly roomId: string;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Messages by their number in the room; every query walks the unique index (roomId, roomSeq). */
@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  /** Oldest first from `after`, or newest first down from `before`. */
  async page({ roomId, before, after, limit }: PageQuery): Promise<Message[]> {
    const rows =
      after === undefined
        ? await this.database.reader.$queryRaw<object[]>`
            SELECT ${FULL_MESSAGE} FROM "Message" m JOIN "User" u ON u."id" = m."authorId"
            WHERE m."roomId" = ${roomId} AND m."roomSeq" < ${before ?? Number.MAX_SAFE_INTEGER}
            ORDER BY m."roomSeq" DESC LIMIT ${limit}`
        : await this.database.reader.$queryRaw<object[]>`
            SELECT ${FULL_MESSAGE} FROM "Message" m JOIN "User" u ON u."id" = m."authorId"
            WHERE m."roomId" = ${roomId} AND m."roomSeq" > ${after} AND m."roomSeq" < ${before ?? Number.MAX_SAFE_INTEGER}
            ORDER BY m."roomSeq" ASC LIMIT ${limit}`;
    return plain<FullMessageRow>(rows).map(toMessage);
  }

  async message(roomId: string, messageId: string): Promise<Message | undefined> {
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT ${FULL_MESSAGE} FROM "Message" m JOIN "User" u ON u."id" = m."authorId" WHERE m."id" = ${messageId} AND m."roomId" = ${roomId}`;
    return plain<FullMessageRow>(rows).map(toMessage)[0];
  }

  /** By the unique index (roomId, number). */
  async roomSeqOf(roomId: string, number: number): Promise<number> {
    const row = await this.database.reader.message.findFirst({ where: { roomId, number: { lte: number } }, orderBy: { number: 'desc' }, select: { roomSeq: true } });
    return row?.roomSeq ?? 0;
  }

  async roomKind(roomId: string): Promise<string | undefined> {
    const room = await this.database.reader.room.findUnique({ where: { id: roomId }, select: { kind: true } });
    return room?.kind;
  }
}
