import type { Message } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import { Prisma } from '../generated/prisma/client.js';
import { FULL_MESSAGE, type FullMessageRow, toMessage } from '../rooms/message-row.js';
import type { SearchRequest } from './search-request.js';

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, in rooms that the person is in, whatever the index says of them. */
  async find(userId: string, match: string, { before, limit }: Pick<SearchRequest, 'before' | 'limit'>): Promise<Message[]> {
    const earlier = before === undefined ? Prisma.empty : Prisma.sql`AND f.rowid < ${before}`;
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT ${FULL_MESSAGE}
      FROM "MessageSearch" f
      CROSS JOIN "Message" m ON m."seq" = f.rowid
      JOIN "Membership" s ON s."roomId" = m."roomId" AND s."userId" = ${userId} AND s."leftSeq" IS NULL
      JOIN "User" u ON u."id" = m."authorId"
      WHERE f."MessageSearch" MATCH ${match} AND NOT m."removed" ${earlier}
      ORDER BY f.rowid DESC LIMIT ${limit}`;
    return plain<FullMessageRow>(rows).map(toMessage);
  }
}
