import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ChatError } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { FairTurns } from './fair-turns.js';
import { Picture } from './picture.js';

/** What became of an upload: a picture has a size in pixels. */
export interface Stored {
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly previewBytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** The folder of uploaded files: `id`, `id.preview` of a picture, and `id.part` while it arrives. */
@Injectable()
export class AttachmentFiles {
  private readonly dir: string;
  private readonly maxBytes: number;
  /** Several large pictures at once could take all the memory there is. */
  private readonly drawing = new FairTurns();

  constructor({ attachments }: Config) {
    this.dir = attachments.dir;
    this.maxBytes = attachments.maxBytes;
    mkdirSync(this.dir, { recursive: true });
  }

  /** Writes what arrives, and says its size and its SHA-256. */
  async receive(id: string, body: Readable): Promise<{ sizeBytes: number; contentHash: string }> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const { maxBytes } = this;
    await pipeline(
      async function* () {
        // What is too much is still taken from the wire: an answer before the end of a request would hold up the next one on its connection.
        for await (const chunk of body as AsyncIterable<Buffer>) {
          sizeBytes += chunk.length;
          if (sizeBytes > maxBytes) continue;
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(this.part(id), { flags: 'wx' }),
    );
    if (sizeBytes > maxBytes) throw new ChatError('payload_too_large', { detail: `A file may have ${maxBytes} bytes` });
    return { sizeBytes, contentHash: hash.digest('base64') };
  }

  /** Keeps what has been received: a picture drawn anew, one at a time and in turns among people, anything else as it is. */
  async keep(id: string, authorId: string, name: string, sizeBytes: number): Promise<Stored> {
    const picture = await Picture.in(this.part(id), name);
    if (picture) return this.drawing.take(authorId, () => picture.draw(this.file(id), this.file(id, true)));
    await rename(this.part(id), this.file(id));
    return { mediaType: 'application/octet-stream', sizeBytes, previewBytes: 0, width: null, height: null };
  }

  async open(id: string, preview: boolean): Promise<FileHandle> {
    return open(this.file(id, preview)).catch((cause: unknown) => {
      throw new ChatError('attachment_not_found', { cause });
    });
  }

  async discardPart(id: string): Promise<void> {
    await rm(this.part(id), { force: true });
  }

  async remove(id: string): Promise<void> {
    for (const file of [this.file(id), this.file(id, true), this.part(id)]) await rm(file, { force: true });
  }

  /** Removes what is older and not known: what a server that died was receiving. */
  async removeStrangersBefore(ts: number, isKnown: (id: string) => Promise<boolean>): Promise<void> {
    for (const name of await readdir(this.dir)) {
      const path = join(this.dir, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      const [id = '', ending] = name.split('.', 2);
      if (mtimeMs < ts && (ending === 'part' || !(await isKnown(id)))) await rm(path, { force: true });
    }
  }

  private file(id: string, preview = false): string {
    return join(this.dir, preview ? `${id}.preview` : id);
  }

  private part(id: string): string {
    return join(this.dir, `${id}.part`);
  }
}
