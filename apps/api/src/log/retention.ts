import { EventLog, Tail } from '@fourways/chat-core';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';

const EVERY_MS = 60_000;
/** Deleted at a time, so that no writer waits long for the lock. */
const CHUNK = 5_000;

/** Forgets events beyond the resume window, by count and by age (PROTOCOL G5). Messages are kept, and the reactions that somebody has. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Retention.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly tail: Tail,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.prune().catch((error: unknown) => this.logger.error(error)), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Prunes what is due now; returns the newest `seq` that was forgotten. */
  async prune(nowTs = Date.now()): Promise<number> {
    const { first, head } = await this.log.range();
    const upTo = Math.max(head - this.config.retention.events, await this.newestOlderThan(nowTs - this.config.retention.ms));
    for (let next = first - 1; next < upTo; ) {
      next = Math.min(upTo, next + CHUNK);
      await this.log.prune(next);
    }
    await this.forgetReactions(upTo);
    await this.tail.check();
    return upTo;
  }

  /** Those that nobody has left, as soon as no event can tell of them any more. */
  private async forgetReactions(upTo: number): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM "Reaction" WHERE "users" = '[]' AND "seq" <= ${upTo}`;
    });
  }

  private async newestOlderThan(ts: number): Promise<number> {
    const rows = await this.database.reader.$queryRaw<object[]>`SELECT MAX("seq") AS "seq" FROM "Event" WHERE "ts" < ${ts}`;
    return plain<{ seq: number | null }>(rows)[0]?.seq ?? 0;
  }
}
