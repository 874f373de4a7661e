import { ChatError, formatCursor, type HistoryPage, Tail, type User, Viewers } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { HistoryRepository, type PageQuery } from './history.repository.js';

/** What was said: for members, the whole of it, also from before they joined. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly history: HistoryRepository,
    private readonly viewers: Viewers,
    private readonly tail: Tail,
  ) {}

  async page(user: User, query: PageQuery): Promise<HistoryPage> {
    await this.assertMember(user.id, query.roomId);
    const cursor = formatCursor(this.tail.epoch, this.tail.head);
    const found = await this.history.page({ ...query, limit: query.limit + 1 });
    const messages = found.slice(0, query.limit);
    if (query.after === undefined) messages.reverse();
    return { messages, hasMore: found.length > query.limit, cursor };
  }

  private async assertMember(userId: string, roomId: string): Promise<void> {
    const viewer = await this.viewers.enter(userId);
    this.viewers.leave(userId);
    if (viewer.isIn(roomId)) return;
    const visible = (await this.history.roomKind(roomId)) === 'public';
    throw new ChatError(visible ? 'not_a_member' : 'room_not_found');
  }
}
