import { type Attachment, ChatError, type NotifyLevel, type PushDevice, TIMING } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import type { Session } from '../session/session.js';
import type { Told } from './push-queue.js';
import type { PushTarget } from './push-sender.js';

/** Somebody in a room who has a browser that takes pushes. */
export interface Listener {
  readonly userId: string;
  readonly level: NotifyLevel;
  readonly readNumber: number;
  readonly sentSeq: number;
}

/** A browser that is to be told of a message which its owner has not read, with the message as it is now. */
export interface Delivery extends PushTarget {
  readonly sessionId: string;
  readonly seq: number;
  readonly roomId: string;
  readonly room: string;
  readonly kind: string;
  readonly author: string;
  readonly body: string;
  readonly attachments: readonly Attachment[];
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly quietZone: string | null;
}

type DeliveryRow = Omit<Delivery, 'attachments'> & { readonly attachments: string | null };

/** The browsers that take pushes. */
@Injectable()
export class PushRepository {
  constructor(private readonly database: Database) {}

  async hasDevices(): Promise<boolean> {
    return (await this.database.reader.pushDevice.findFirst({ select: { sessionId: true } })) !== null;
  }

  async find(sessionId: string): Promise<PushTarget | null> {
    return this.database.reader.pushDevice.findUnique({ where: { sessionId }, select: { endpoint: true, p256dh: true, auth: true } });
  }

  /** The browser belongs to this session from now on, whoever it belonged to; unless the session has ended on the way. */
  async keep({ id: sessionId, user }: Session, { endpoint, keys, quiet }: PushDevice, sentSeq: number): Promise<void> {
    const hours = quiet === undefined ? {} : { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, quietZone: quiet?.zone ?? null };
    const now = { endpoint, ...keys, ...hours };
    await this.database.writer.$transaction(async (tx) => {
      if (!(await tx.session.findUnique({ where: { id: sessionId }, select: { id: true } }))) throw new ChatError('no_session');
      await tx.pushDevice.deleteMany({ where: { endpoint, NOT: { sessionId } } });
      await tx.pushDevice.upsert({ where: { sessionId }, create: { sessionId, userId: user.id, ...now, sentSeq }, update: now });
    });
  }

  async forget(sessionId: string): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.pushDevice.deleteMany({ where: { sessionId } });
    });
  }

  async listeners(roomId: string): Promise<Listener[]> {
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT p."userId", s."level", s."readNumber", max(p."sentSeq") AS "sentSeq"
      FROM "PushDevice" p
      JOIN "Membership" m ON m."userId" = p."userId" AND m."roomId" = ${roomId} AND m."leftSeq" IS NULL
      JOIN "Subscription" s ON s."userId" = p."userId" AND s."roomId" = m."roomId" AND s."level" IN ('everything', 'mentions')
      JOIN "Room" r ON r."id" = m."roomId"
      GROUP BY p."userId"`;
    return plain<Listener>(rows);
  }

  /** Of those who are still in the room, the newest that they have not read and that has not been removed meanwhile. */
  async deliveries(told: readonly Told[]): Promise<Delivery[]> {
    const heldSince = Date.now() - TIMING.pushHoldMs;
    const rows = await this.database.reader.$queryRaw<object[]>`
      SELECT p."sessionId", p."endpoint", p."p256dh", p."auth", p."quietFrom", p."quietTo", p."quietZone",
        m."seq", m."roomId", m."body", m."attachments", r."name" AS "room", r."kind", a."name" AS "author"
      FROM json_each(${JSON.stringify(told)}) t
      JOIN "PushDevice" p ON p."userId" = t."value" ->> 'userId'
      JOIN "Room" r ON r."id" = t."value" ->> 'roomId'
      JOIN "Membership" i ON i."userId" = p."userId" AND i."roomId" = r."id" AND i."leftSeq" IS NULL
      JOIN "Subscription" s ON s."userId" = p."userId" AND s."roomId" = r."id" AND s."level" IN ('everything', 'mentions')
      JOIN "Message" m ON m."roomId" = r."id" AND m."number" = (
        SELECT n."number" FROM "Message" n
        WHERE n."roomId" = r."id" AND n."number" > s."readNumber" AND n."number" BETWEEN t."value" ->> 'first' AND t."value" ->> 'newest'
          AND NOT n."removed" AND n."authorId" <> p."userId" AND (n."ts" > ${heldSince} OR n."number" = t."value" ->> 'newest')
          AND (s."level" = 'everything' OR EXISTS (
            SELECT 1 FROM "Mention" c WHERE c."roomId" = r."id" AND c."userId" IN (p."userId", '*') AND c."number" = n."number"))
        ORDER BY n."number" DESC LIMIT 1)
      JOIN "User" a ON a."id" = m."authorId"`;
    return plain<DeliveryRow>(rows).map((row) => ({ ...row, attachments: row.attachments ? (JSON.parse(row.attachments) as Attachment[]) : [] }));
  }

  /** Notes who was told, and forgets the browsers that are gone, each unless it has another address meanwhile. */
  async settle(taken: readonly Delivery[], gone: readonly PushTarget[]): Promise<void> {
    const rows = JSON.stringify(taken.map(({ sessionId, seq }) => ({ sessionId, seq })));
    await this.database.writer.$transaction(async (tx) => {
      await tx.pushDevice.deleteMany({ where: { endpoint: { in: gone.map(({ endpoint }) => endpoint) } } });
      await tx.$executeRaw`
        UPDATE "PushDevice" SET "sentSeq" = max("sentSeq", t."seq")
        FROM (SELECT "value" ->> 'sessionId' AS "id", max("value" ->> 'seq') AS "seq" FROM json_each(${rows}) GROUP BY 1) t WHERE "sessionId" = t."id"`;
    });
  }
}
