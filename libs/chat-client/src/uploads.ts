import type { Attachment } from '@fourways/chat-core';
import { backoffMs } from './backoff.js';
import type { OutboxFile } from './outbox-file.js';
import { toChatError, unreachable } from './unreachable.js';
import { UploadJob } from './upload-job.js';
import type { UploadView } from './upload-view.js';

interface Ports {
  /** Uploads once. Rejects with a ChatError: one that is not retryable is final. */
  send(roomId: string, file: OutboxFile, progress: (sentBytes: number) => void, signal: AbortSignal): Promise<Attachment>;
  changed(uploads: ReadonlyMap<string, UploadView>): void;
  random(): number;
}

/** The delivery and the commands need connections as well, and browsers have six per host. */
const AT_ONCE = 2;

/** The files on their way into rooms: two at a time, each as often as it takes. One that fails stops no other. */
export class Uploads {
  private readonly jobs = new Map<string, UploadJob>();
  private readonly queue: UploadJob[] = [];
  private running = 0;
  private open = false;

  constructor(private readonly ports: Ports) {}

  /** Resolves when the file is in the room: joins the upload of this `uploadId` that runs or is done, and begins a failed one anew. */
  begin(roomId: string, file: OutboxFile): Promise<Attachment> {
    const known = this.jobs.get(file.uploadId);
    if (known && known.view.status !== 'failed') return known.result;
    const job = new UploadJob(roomId, file);
    this.jobs.set(file.uploadId, job);
    this.enqueue(job);
    return job.result;
  }

  /** Breaks off what is under way, and forgets what is not. Whoever waits for it is told `unreachable`. */
  cancel(uploadIds: readonly string[]): void {
    for (const id of uploadIds) {
      const job = this.jobs.get(id);
      if (job && !job.settled) job.fail(unreachable('The upload was broken off'));
      this.jobs.delete(id);
    }
    this.tell();
  }

  /** Begins uploads while open. */
  setOpen(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    for (const job of this.jobs.values()) this.hurry(job);
    this.advance();
  }

  /** Ends all sending and all waiting; what was begun is begun anew when it opens. */
  stop(): void {
    this.setOpen(false);
    for (const job of this.jobs.values()) job.interrupt();
  }

  /** Breaks off and forgets everything. */
  clear(): void {
    this.cancel([...this.jobs.keys()]);
  }

  private enqueue(job: UploadJob): void {
    this.queue.push(job);
    this.tell();
    this.advance();
  }

  private hurry(job: UploadJob): void {
    if (job.timer === undefined) return;
    clearTimeout(job.timer);
    job.timer = undefined;
    this.queue.push(job);
  }

  private advance(): void {
    while (this.open && this.running < AT_ONCE) {
      const job = this.queue.shift();
      if (!job) return;
      if (!job.settled) void this.attempt(job);
    }
  }

  private async attempt(job: UploadJob): Promise<void> {
    this.running++;
    const signal = job.send();
    this.tell();
    try {
      job.done(await this.ports.send(job.roomId, job.file, (sentBytes) => this.progress(job, sentBytes), signal));
    } catch (cause) {
      this.failed(job, cause);
    }
    this.running--;
    this.tell();
    this.advance();
  }

  private failed(job: UploadJob, cause: unknown): void {
    if (job.settled) return;
    const error = toChatError(cause);
    if (!error.retryable) return job.fail(error);
    job.view = { status: 'waiting', sentBytes: 0, error };
    if (!this.open) return void this.queue.push(job);
    job.timer = setTimeout(() => {
      this.hurry(job);
      this.advance();
    }, error.retryAfterMs ?? backoffMs(job.failures++, this.ports.random));
  }

  private progress(job: UploadJob, sentBytes: number): void {
    if (job.settled) return;
    job.view = { status: 'uploading', sentBytes };
    this.tell();
  }

  private tell(): void {
    this.ports.changed(new Map([...this.jobs].map(([id, { view }]) => [id, view])));
  }
}
