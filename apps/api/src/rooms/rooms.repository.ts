import type { RoomSummary } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import { roomOf, type RoomRow } from '../log/rows.js';

@Injectable()
export class RoomsRepository {
  constructor(private readonly database: Database) {}

  /** All public rooms and the others the person is in, the oldest first. */
  async visibleTo(userId: string): Promise<RoomSummary[]> {
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT r.*, m."joinedSeq"
      FROM "Room" r LEFT JOIN "Membership" m ON m."roomId" = r."id" AND m."userId" = ${userId} AND m."leftSeq" IS NULL
      WHERE r."kind" = 'public' OR m."joinedSeq" IS NOT NULL
      ORDER BY r."createdTs", r."id"`;
    return plain<RoomRow & { joinedSeq: number | null }>(rows).map((row) => ({ room: roomOf(row), memberCount: row.memberCount, joined: row.joinedSeq !== null }));
  }
}
