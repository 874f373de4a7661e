import { plain } from '../database/plain.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { Needs } from './decision.js';
import { fromRow, type RecordRow } from './record-row.js';
import type { AttachmentRow, MembershipRow, MessageRow, ReactionRow, RoomRow, SubscriptionRow } from './rows.js';
import type { WorkingSet } from './working-set.js';

/** Fills a working set with what a batch needs: at most one query per table, each by its key. */
export class LedgerReads {
  constructor(
    private readonly tx: Prisma.TransactionClient,
    private readonly state: WorkingSet,
  ) {}

  async fill(needs: readonly Needs[]): Promise<void> {
    await this.rooms(needs.flatMap(({ rooms = [] }) => rooms));
    await this.memberships(needs.flatMap(({ memberships = [] }) => memberships));
    await this.messages(needs.flatMap(({ messages = [] }) => messages));
    await this.posted(needs.flatMap(({ posted }) => (posted ? [posted] : [])));
    await this.users(needs.flatMap(({ users = [] }) => users));
    await this.attachments(needs.flatMap(({ attachments = [] }) => attachments));
    await this.roomNames(needs.flatMap(({ roomName }) => (roomName === undefined ? [] : [roomName])));
    await this.reactions(needs.flatMap(({ reactions = [] }) => reactions));
    await this.directs(needs.flatMap(({ directKey }) => (directKey === undefined ? [] : [directKey])));
    for (const { after } of needs) if (after) await this.after(after);
  }

  private async rooms(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT * FROM "Room" WHERE "id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`;
    for (const row of plain<RoomRow>(rows)) this.state.rooms.set(row.id, row);
  }

  private async memberships(keys: readonly { roomId: string; userId: string }[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT k."value" ->> 'roomId' AS "roomId", k."value" ->> 'userId' AS "userId", m."joinedSeq", m."leftSeq",
        s."readNumber", s."seenNumber", s."level", s."starred", s."position"
      FROM json_each(${JSON.stringify(keys)}) k
      LEFT JOIN "Membership" m ON m."roomId" = k."value" ->> 'roomId' AND m."userId" = k."value" ->> 'userId' AND m."leftSeq" IS NULL
      LEFT JOIN "Subscription" s ON s."roomId" = k."value" ->> 'roomId' AND s."userId" = k."value" ->> 'userId'`;
    for (const row of plain<PlaceRow>(rows)) this.place(row);
  }

  private async messages(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT m.*, u."name" AS "authorName" FROM "Message" m JOIN "User" u ON u."id" = m."authorId"
      WHERE m."id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`;
    for (const { authorName, ...row } of plain<MessageRow & { authorName: string }>(rows)) {
      this.state.messages.set(row.id, { ...row, removed: Boolean(row.removed) });
      this.state.users.set(row.authorId, { id: row.authorId, name: authorName });
    }
  }

  /** The event of an earlier post; put together from the message when retention has pruned it. */
  private async posted(keys: readonly { authorId: string; clientMsgId: string }[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT m."seq", m."id", 'message.posted' AS "type", 'room:' || m."roomId" AS "audience", m."roomId", m."roomSeq",
        m."authorId" AS "actorId", m."ts", m."clientMsgId", m."bodyHash", e."payload", m."body", m."number", m."replyTo", m."mentions", m."attachments", u."name"
      FROM json_each(${JSON.stringify(keys)}) k
      JOIN "Message" m ON m."authorId" = k."value" ->> 'authorId' AND m."clientMsgId" = k."value" ->> 'clientMsgId'
      JOIN "User" u ON u."id" = m."authorId"
      LEFT JOIN "Event" e ON e."seq" = m."seq"`;
    for (const row of plain<PostedRow>(rows)) {
      const payload = (row.payload as string | null) ?? JSON.stringify(dataOf(row));
      this.state.addPosted(row.actorId, row.clientMsgId ?? '', { record: fromRow({ ...row, payload }), bodyHash: row.bodyHash });
    }
  }

  private async users(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const users = await this.tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
    for (const user of users) this.state.users.set(user.id, user);
  }

  private async attachments(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT * FROM "Attachment" WHERE "id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`;
    for (const row of plain<AttachmentRow>(rows)) this.state.attachments.set(row.id, { ...row, removed: Boolean(row.removed) });
  }

  private async roomNames(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const rooms = await this.tx.room.findMany({ where: { kind: 'public', name: { in: [...new Set(names)] } }, select: { name: true } });
    for (const { name } of rooms) this.state.takenNames.add(name);
  }

  private async reactions(messageIds: readonly string[]): Promise<void> {
    if (messageIds.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT * FROM "Reaction" WHERE "messageId" IN (SELECT "value" FROM json_each(${JSON.stringify(messageIds)}))`;
    for (const row of plain<ReactionRow>(rows)) this.state.addReaction(row);
  }

  private async directs(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT * FROM "Room" WHERE "directKey" IN (SELECT "value" FROM json_each(${JSON.stringify(keys)}))`;
    for (const row of plain<RoomRow>(rows)) {
      this.state.rooms.set(row.id, row);
      this.state.directs.set(row.directKey!, row);
    }
  }

  /** By the indexes (roomId, authorId, number) and (roomId, userId, number). */
  private async after({ roomId, userId, number }: NonNullable<Needs['after']>): Promise<void> {
    const [own] = await this.tx.$queryRaw<{ count: bigint }[]>`
      SELECT COUNT(*) AS "count" FROM "Message" WHERE "roomId" = ${roomId} AND "authorId" = ${userId} AND "number" > ${number}`;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT "messageId", "number" FROM "Mention"
      WHERE "roomId" = ${roomId} AND "userId" IN (${userId}, '*') AND "number" > ${number} AND "authorId" <> ${userId} GROUP BY "messageId" ORDER BY "number"`;
    this.state.addMark(roomId, userId, { number, ownAfter: Number(own!.count), mentions: plain(rows) });
  }

  private place({ joinedSeq, leftSeq, ...row }: PlaceRow): void {
    const { roomId, userId, level } = row;
    if (joinedSeq !== null) this.state.addMembership({ roomId, userId, joinedSeq, leftSeq });
    if (level !== null) this.state.addSubscription({ ...(row as SubscriptionRow), starred: Boolean(row.starred) });
  }
}

/** A stay with the subscription, where there are any. */
type PlaceRow = Pick<MembershipRow, 'roomId' | 'userId' | 'leftSeq'> & { joinedSeq: number | null; level: SubscriptionRow['level'] | null } & Partial<SubscriptionRow>;

type PostedRow = RecordRow & Pick<MessageRow, 'bodyHash' | 'body' | 'number' | 'replyTo' | 'mentions' | 'attachments'> & { name: string };

/** The data of the event that posted a message, as far as the message still tells. */
function dataOf({ id, actorId, name, number, body, replyTo, mentions, attachments }: PostedRow): object {
  const told = Object.entries({ replyTo, mentions, attachments }).flatMap(([key, json]) => (json ? [[key, JSON.parse(json) as object]] : []));
  const more = Object.fromEntries(told) as object;
  return { messageId: id, number, author: { id: actorId, name }, body, ...more };
}

