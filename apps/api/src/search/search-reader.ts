import { EventLog, Tail } from '@fourways/chat-core';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WordIndex } from './word-index.js';

const BATCH = 1_000;
/** What is said in this time is taken in together, beside the commits and not within them. */
const PAUSE_MS = 200;

/** Keeps the index up with the log, as one more reader of it: it goes on from its own place, also after a crash. */
@Injectable()
export class SearchReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SearchReader.name);
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();
  private closed = false;

  constructor(
    private readonly index: WordIndex,
    private readonly log: EventLog,
    private readonly tail: Tail,
  ) {}

  onApplicationBootstrap(): void {
    this.tail.onGrown(() => this.soon());
    this.soon();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Resolves when all that is in the log now can be found. */
  async caughtUp(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running = this.running.then(() => this.catchUp()).catch((error: unknown) => this.logger.error(error));
    await this.running;
  }

  private soon(): void {
    if (!this.closed) this.timer ??= setTimeout(() => void this.caughtUp(), PAUSE_MS);
  }

  private async catchUp(): Promise<void> {
    const { first, head } = await this.log.range();
    let position = await this.index.position();
    if (position < first - 1) position = await this.rebuild(head);
    while (position < head && !this.closed) {
      const records = await this.log.readAfter(position, BATCH);
      if (records.length === 0) return;
      position = records.at(-1)!.event.seq;
      await this.index.apply(records.map(({ event }) => event), position);
    }
  }

  /** The log no longer tells what is missing; the messages do. */
  private async rebuild(head: number): Promise<number> {
    for (let after: number | null = 0; after !== null && !this.closed; ) after = await this.index.rebuild(after, BATCH);
    if (!this.closed) await this.index.standAt(head);
    return head;
  }
}
