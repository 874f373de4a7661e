import type { Attachment, ChatError } from '@fourways/chat-core';
import type { OutboxFile } from './outbox-file.js';
import type { UploadView } from './upload-view.js';

/** One file on its way into a room. */
export class UploadJob {
  view: UploadView = { status: 'waiting', sentBytes: 0 };
  failures = 0;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly result: Promise<Attachment>;
  private controller = new AbortController();
  private resolve!: (attachment: Attachment) => void;
  private reject!: (error: ChatError) => void;

  constructor(
    readonly roomId: string,
    readonly file: OutboxFile,
  ) {
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.result.catch(() => undefined);
  }

  get settled(): boolean {
    return this.view.status === 'done' || this.view.status === 'failed';
  }

  /** Begins to send; the signal ends this sending. */
  send(): AbortSignal {
    this.view = { status: 'uploading', sentBytes: 0 };
    this.controller = new AbortController();
    return this.controller.signal;
  }

  /** Ends the sending; the file is still wanted. */
  interrupt(): void {
    this.controller.abort();
  }

  done(attachment: Attachment): void {
    this.view = { status: 'done', sentBytes: this.file.sizeBytes, attachment };
    this.resolve(attachment);
  }

  /** For good. */
  fail(error: ChatError): void {
    clearTimeout(this.timer);
    this.view = { status: 'failed', sentBytes: 0, error };
    this.reject(error);
    this.controller.abort();
  }
}
