import { ChatError } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import type { AttachmentRow } from '../log/rows.js';

export type NewAttachment = Omit<AttachmentRow, 'messageId' | 'removed'>;

/** Uploaded files. Which message shows one is said by the log alone. */
@Injectable()
export class AttachmentsRepository {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async find(roomId: string, id: string): Promise<AttachmentRow | undefined> {
    const rows = await this.database.reader.$queryRaw<object[]>`SELECT * FROM "Attachment" WHERE "id" = ${id} AND "roomId" = ${roomId} AND NOT "removed"`;
    return plain<AttachmentRow>(rows)[0];
  }

  async isKnown(id: string): Promise<boolean> {
    return (await this.database.reader.attachment.findUnique({ where: { id }, select: { id: true } })) !== null;
  }

  async uploaded(authorId: string, uploadId: string): Promise<AttachmentRow | undefined> {
    const rows = await this.database.reader.$queryRaw<object[]>`SELECT * FROM "Attachment" WHERE "authorId" = ${authorId} AND "uploadId" = ${uploadId}`;
    return plain<AttachmentRow>(rows)[0];
  }

  async isArchived(roomId: string): Promise<boolean> {
    const room = await this.database.reader.room.findUnique({ where: { id: roomId }, select: { archivedTs: true } });
    return room?.archivedTs != null;
  }

  /** False when the same upload was stored meanwhile. */
  add(row: NewAttachment): Promise<boolean> {
    return this.database.writer.$transaction(async (tx) => {
      const { authorId, uploadId } = row;
      if (await tx.attachment.findUnique({ where: { authorId_uploadId: { authorId, uploadId } }, select: { id: true } })) return false;
      const { _sum } = await tx.attachment.aggregate({ where: { authorId, removed: false }, _sum: { sizeBytes: true, previewBytes: true } });
      if (bytesOf(_sum) + bytesOf(row) > this.config.attachments.quotaBytes) throw new ChatError('attachment_quota');
      await tx.attachment.create({ data: row });
      return true;
    });
  }

  /** What no message has shown by now, or can show any more since its author's session has ended, is taken for removed. */
  async giveUpBefore(ts: number): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE "Attachment" SET "removed" = true
        WHERE "messageId" IS NULL AND NOT "removed" AND ("createdTs" < ${ts} OR NOT EXISTS (SELECT 1 FROM "Session" s WHERE s."userId" = "authorId"))`;
    });
  }

  async removed(): Promise<string[]> {
    const rows = await this.database.reader.attachment.findMany({ where: { removed: true }, select: { id: true }, take: 500 });
    return rows.map(({ id }) => id);
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.attachment.deleteMany({ where: { id: { in: [...ids] }, removed: true } });
    });
  }
}

function bytesOf({ sizeBytes, previewBytes }: Record<'sizeBytes' | 'previewBytes', number | null>): number {
  return (sizeBytes ?? 0) + (previewBytes ?? 0);
}
