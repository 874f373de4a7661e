import { formatCursor, type Snapshot, Tail, type User, Viewers } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { TermsService } from '../log/terms.service.js';
import { PresenceBoard } from '../presence/presence-board.js';
import { SnapshotRepository } from './snapshot.repository.js';

@Injectable()
export class SnapshotService {
  constructor(
    private readonly repository: SnapshotRepository,
    private readonly viewers: Viewers,
    private readonly board: PresenceBoard,
    private readonly terms: TermsService,
    private readonly tail: Tail,
  ) {}

  /** Everything a screen needs to start, as of one cursor, which every reader of this server knows by then. */
  async take(me: User): Promise<Snapshot> {
    const { epoch, head, rooms } = await this.repository.instant(me.id);
    if (head > this.tail.head) await this.tail.pull();
    const viewer = await this.viewers.enter(me.id);
    const eph = this.board.everything(viewer);
    this.viewers.leave(me.id);
    return { cursor: formatCursor(epoch, head), me, rooms, eph, hello: this.terms.now() };
  }
}
