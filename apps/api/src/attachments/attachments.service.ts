import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Attachment, ChatError, type Upload, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { attachmentOf, type AttachmentRow } from '../log/rows.js';
import { HistoryService } from '../rooms/history.service.js';
import { AttachmentFiles } from './attachment-files.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { UploadRate } from './upload-rate.js';

interface Uploaded {
  readonly attachment: Attachment;
  readonly duplicate: boolean;
}

interface Opened {
  readonly file: FileHandle;
  readonly attachment: Attachment;
}

/** Who may upload and read which files. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly files: AttachmentFiles,
    private readonly history: HistoryService,
    private readonly rate: UploadRate,
  ) {}

  /** Stores once, however often it is asked to with the same `uploadId` (PROTOCOL O4). */
  async upload(author: User, roomId: string, upload: Upload, body: Readable): Promise<Uploaded> {
    await this.rate.take(author.id);
    await this.history.assertMember(author.id, roomId);
    if (await this.attachments.isArchived(roomId)) throw new ChatError('room_archived');
    const id = randomUUID();
    try {
      return await this.store(id, author, roomId, upload, body);
    } catch (error) {
      await this.files.remove(id);
      throw error;
    } finally {
      await this.files.discardPart(id);
    }
  }

  /** For its author; and for the members of the room as soon as a message shows it. */
  async open(reader: User, roomId: string, attachmentId: string, preview: boolean): Promise<Opened> {
    await this.history.assertMember(reader.id, roomId);
    const row = await this.attachments.find(roomId, attachmentId);
    if (!row || (row.messageId === null && row.authorId !== reader.id)) throw new ChatError('attachment_not_found');
    return { file: await this.files.open(row.id, preview), attachment: attachmentOf(row) };
  }

  private async store(id: string, author: User, roomId: string, { uploadId, name }: Upload, body: Readable): Promise<Uploaded> {
    const { sizeBytes, contentHash } = await this.files.receive(id, body);
    if (sizeBytes === 0) throw new ChatError('invalid', { issues: [{ path: 'body', message: 'must not be empty' }] });
    const identity = { roomId, name, contentHash };
    const earlier = await this.attachments.uploaded(author.id, uploadId);
    if (earlier) return repeat(earlier, identity);
    const row = { id, authorId: author.id, uploadId, createdTs: Date.now(), ...identity, ...(await this.files.keep(id, author.id, name, sizeBytes)) };
    if (await this.attachments.add(row)) return { attachment: attachmentOf({ ...row, messageId: null, removed: false }), duplicate: false };
    await this.files.remove(id);
    const first = await this.attachments.uploaded(author.id, uploadId);
    if (!first) throw new ChatError('attachment_not_found');
    return repeat(first, identity);
  }
}

/** The first answer. */
function repeat(row: AttachmentRow, { roomId, name, contentHash }: Pick<AttachmentRow, 'roomId' | 'name' | 'contentHash'>): Uploaded {
  if (row.roomId !== roomId || row.name !== name || row.contentHash !== contentHash) throw new ChatError('idempotency_mismatch');
  if (row.removed) throw new ChatError('attachment_not_found');
  return { attachment: attachmentOf(row), duplicate: true };
}
