import { formatCursor, LIMITS, Tail, type Terms, TIMING } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** On what terms this server delivers. */
@Injectable()
export class TermsService {
  constructor(
    private readonly config: Config,
    private readonly tail: Tail,
  ) {}

  now(): Terms {
    const { epoch, head } = this.tail;
    return {
      epoch,
      head: formatCursor(epoch, head),
      retention: this.config.retention,
      hbMs: TIMING.sseHeartbeatMs,
      deadMs: TIMING.sseDeadMs,
      recycleMs: TIMING.recycleMaxMs,
      maxBatch: LIMITS.batchEvents,
      fileBytes: this.config.attachments.maxBytes,
      t: Date.now(),
    };
  }
}
