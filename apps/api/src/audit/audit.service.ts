import { type AuditSum, EventDigest, type Gap, LogReader, type Stretch, Viewers } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';

/** Says from the log alone what a person should have been delivered: it asks nobody who delivered it, or how. */
@Injectable()
export class AuditService {
  constructor(
    private readonly reader: LogReader,
    private readonly viewers: Viewers,
  ) {}

  /** The sum of what she may see of the stretch, or the gap that keeps it from being read. */
  async sum(userId: string, stretch: Stretch): Promise<AuditSum | Gap> {
    const digest = new EventDigest();
    const viewer = await this.viewers.enter(userId);
    try {
      return (await this.reader.walk(stretch, viewer, (event) => digest.add(event))) ?? digest.sum;
    } finally {
      this.viewers.leave(userId);
    }
  }
}
