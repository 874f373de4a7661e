import type { RoomSummary } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';

interface Row {
  id: string;
  name: string;
  kind: 'public' | 'private';
  createdTs: number;
  memberCount: number;
  joinedSeq: number | null;
}

@Injectable()
export class RoomsRepository {
  constructor(private readonly database: Database) {}

  /** All public rooms and the private ones the person is in, the oldest first. */
  async visibleTo(userId: string): Promise<RoomSummary[]> {
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT r."id", r."name", r."kind", r."createdTs", r."memberCount", m."joinedSeq"
      FROM "Room" r LEFT JOIN "Membership" m ON m."roomId" = r."id" AND m."userId" = ${userId} AND m."leftSeq" IS NULL
      WHERE r."kind" = 'public' OR m."joinedSeq" IS NOT NULL
      ORDER BY r."createdTs", r."id"`;
    return plain<Row>(rows).map(({ memberCount, joinedSeq, ...room }) => ({ room, memberCount, joined: joinedSeq !== null }));
  }
}
