import { plain } from '../database/plain.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { Needs } from './decision.js';
import { fromRow, type RecordRow } from './record-row.js';
import type { MembershipRow, MessageRow, RoomRow, WorkingSet } from './working-set.js';

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
    await this.roomNames(needs.flatMap(({ roomName }) => (roomName === undefined ? [] : [roomName])));
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
      SELECT m.* FROM json_each(${JSON.stringify(keys)}) k
      JOIN "Membership" m ON m."roomId" = k."value" ->> 'roomId' AND m."userId" = k."value" ->> 'userId'
      WHERE m."leftSeq" IS NULL`;
    for (const row of plain<MembershipRow>(rows)) this.state.addMembership(row);
  }

  private async messages(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT * FROM "Message" WHERE "id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`;
    for (const row of plain<MessageRow>(rows)) this.state.messages.set(row.id, { ...row, removed: Boolean(row.removed) });
  }

  /** The event of an earlier post; put together from the message when retention has pruned it. */
  private async posted(keys: readonly { authorId: string; clientMsgId: string }[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await this.tx.$queryRaw<object[]>`
      SELECT m."seq", m."id", 'message.posted' AS "type", 'room:' || m."roomId" AS "audience", m."roomId", m."roomSeq",
        m."authorId" AS "actorId", m."ts", m."clientMsgId", m."bodyHash", e."payload", m."body", u."name"
      FROM json_each(${JSON.stringify(keys)}) k
      JOIN "Message" m ON m."authorId" = k."value" ->> 'authorId' AND m."clientMsgId" = k."value" ->> 'clientMsgId'
      JOIN "User" u ON u."id" = m."authorId"
      LEFT JOIN "Event" e ON e."seq" = m."seq"`;
    for (const row of plain<RecordRow & { bodyHash: string; body: string; name: string }>(rows)) {
      const { bodyHash, body, name, ...record } = row;
      const data = { messageId: row.id, author: { id: row.actorId, name }, body };
      const payload = (record.payload as string | null) ?? JSON.stringify(data);
      this.state.addPosted(row.actorId, row.clientMsgId ?? '', { record: fromRow({ ...record, payload }), bodyHash });
    }
  }

  private async users(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const users = await this.tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
    for (const user of users) this.state.users.set(user.id, user);
  }

  private async roomNames(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const rooms = await this.tx.room.findMany({ where: { kind: 'public', name: { in: [...new Set(names)] } }, select: { name: true } });
    for (const { name } of rooms) this.state.takenNames.add(name);
  }
}

