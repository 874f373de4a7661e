import { folded, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Prisma } from '../generated/prisma/client.js';
import { SYSTEM_PERSON } from '../session/system-person.js';
import type { PeopleRequest } from './people-request.js';

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** By the index (folded, id); a word of the name begins with `q`. */
  byName({ q, after, limit }: PeopleRequest, roomId?: string): Promise<User[]> {
    const word = `% ${likeable(folded(q))}%`;
    const inRoom = roomId ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Membership" m WHERE m."roomId" = ${roomId} AND m."userId" = u."id" AND m."leftSeq" IS NULL)` : Prisma.empty;
    const following = after ? Prisma.sql`AND (u."folded", u."id") > (SELECT "folded", "id" FROM "User" WHERE "id" = ${after})` : Prisma.empty;
    return this.database.reader.$queryRaw<User[]>`
      SELECT u."id", u."name" FROM "User" u
      WHERE ' ' || u."folded" LIKE ${word} ESCAPE '!' AND u."id" <> ${SYSTEM_PERSON.id} ${inRoom} ${following}
      ORDER BY u."folded", u."id" LIMIT ${limit}`;
  }
}

function likeable(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
