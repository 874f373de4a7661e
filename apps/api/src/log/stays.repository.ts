import type { Interval } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

@Injectable()
export class StaysRepository {
  constructor(private readonly database: Database) {}

  /** Every stay of the person in every room; by the index on `userId`. */
  async of(userId: string): Promise<{ roomId: string; stay: Interval }[]> {
    const rows = await this.database.reader.membership.findMany({ where: { userId }, orderBy: { joinedSeq: 'asc' } });
    return rows.map(({ roomId, joinedSeq, leftSeq }) => ({ roomId, stay: { joinedSeq, leftSeq: leftSeq ?? undefined } }));
  }
}
