import { type Ack, type Attachment, ChatError, type Command, type Upload } from '@fourways/chat-core';
import { filesInRoom } from './files-in-room.js';
import { Outbox } from './outbox.js';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { OutboxShelf } from './outbox-shelf.js';
import { postOf } from './post-of.js';
import { toChatError, unreachable } from './unreachable.js';
import { Uploads } from './uploads.js';
import type { ChatView } from './view.js';
import { whyNotSent } from './why-not-sent.js';

interface Ports {
  run(command: Command, signal: AbortSignal): Promise<Ack | null>;
  upload(roomId: string, upload: Upload, content: Blob, call: { signal: AbortSignal; progress: (sentBytes: number) => void }): Promise<Attachment>;
  /** How much one file may have. */
  fileBytes(): number;
  show(change: Partial<Pick<ChatView, 'outbox' | 'uploads'>>): void;
  random(): number;
  readonly shelf: OutboxShelf;
}

/** What somebody has written on its way into the rooms: the outbox, and the files of its messages. */
export class Dispatch {
  readonly outbox: Outbox;
  readonly uploads: Uploads;

  constructor(private readonly ports: Ports) {
    const { random, shelf, show } = ports;
    this.uploads = new Uploads({ send: (...upload) => this.upload(...upload), changed: (uploads) => show({ uploads }), random });
    const { uploads } = this;
    this.outbox = new Outbox({ send: (entry, signal) => this.send(entry, signal), upload: (entry) => filesInRoom(entry, uploads), changed: (outbox) => show({ outbox }), random, shelf });
  }

  /** Sends while open. */
  setOpen(open: boolean): void {
    this.outbox.setOpen(open);
    this.uploads.setOpen(open);
  }

  close(): void {
    this.outbox.close();
    this.uploads.stop();
  }

  /** Forgets what was not sent. */
  clear(): void {
    this.outbox.clear();
    this.uploads.clear();
  }

  /** Takes back a message that is still here, with its files. */
  cancel(clientMsgId: string): OutboxEntry | undefined {
    const entry = this.outbox.cancel(clientMsgId);
    if (entry) this.forgetUploads(entry);
    return entry;
  }

  private async send(entry: OutboxEntry, signal: AbortSignal): Promise<Ack> {
    const ack = await this.ports.run(postOf(entry), signal).catch((error: unknown) => {
      if (toChatError(error).code === 'attachment_not_found') this.forgetUploads(entry);
      throw error;
    });
    if (!ack) throw unreachable('The message was answered without an acknowledgement');
    this.forgetUploads(entry);
    return ack;
  }

  private async upload(roomId: string, { uploadId, name, content }: OutboxFile, progress: (sentBytes: number) => void, signal: AbortSignal): Promise<Attachment> {
    if (!content) throw new ChatError('attachment_not_found');
    if (content.size > this.ports.fileBytes()) throw new ChatError('payload_too_large');
    try {
      return await this.ports.upload(roomId, { uploadId, name }, content, { signal, progress });
    } catch (cause) {
      throw await whyNotSent(content, cause);
    }
  }

  private forgetUploads({ files = [] }: OutboxEntry): void {
    if (files.length > 0) this.uploads.cancel(files.map(({ uploadId }) => uploadId));
  }
}
