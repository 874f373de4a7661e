import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AttachmentFiles } from './attachment-files.js';
import { AttachmentsRepository } from './attachments.repository.js';

const EVERY_MS = 60_000;
/** An outbox may have to wait as long for its network. */
const UNUSED_MS = 24 * 3_600_000;
/** Longer than any upload takes. */
const STRANGER_MS = 3_600_000;

/** Deletes the files of removed messages, what was uploaded and never shown (PROTOCOL O7), and what a server that died had begun. */
@Injectable()
export class UploadSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(UploadSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly files: AttachmentFiles,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.next(() => this.sweep()), EVERY_MS);
    this.next(() => this.removeStrangers());
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** The files go first: a row that is left behind by a crash is found again. */
  async sweep(nowTs = Date.now()): Promise<void> {
    await this.attachments.giveUpBefore(nowTs - UNUSED_MS);
    const ids = await this.attachments.removed();
    for (const id of ids) await this.files.remove(id);
    if (ids.length > 0) await this.attachments.forget(ids);
  }

  /** Files that no row tells of. */
  async removeStrangers(nowTs = Date.now()): Promise<void> {
    await this.files.removeStrangersBefore(nowTs - STRANGER_MS, (id) => this.attachments.isKnown(id));
  }

  private next(work: () => Promise<void>): void {
    this.running = this.running.then(work).catch((error: unknown) => this.logger.error(error));
  }
}
