import { ChatError, formatCursor, type HistoryPage, type Message, Tail, type User, Viewers } from '@fourways/chat-core';
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

  /** A page with the place in its middle. */
  async around(user: User, roomId: string, roomSeq: number, limit: number): Promise<HistoryPage> {
    const half = Math.ceil(limit / 2);
    const older = await this.page(user, { roomId, before: roomSeq + 1, limit: half });
    const newer = await this.page(user, { roomId, after: roomSeq, limit: half });
    return { messages: [...older.messages, ...newer.messages], hasMore: older.hasMore, hasNewer: newer.hasMore, cursor: older.cursor };
  }

  /** The same around the message of this number, or where it would be. */
  async aroundNumber(user: User, roomId: string, number: number, limit: number): Promise<HistoryPage> {
    await this.assertMember(user.id, roomId);
    return this.around(user, roomId, await this.history.roomSeqOf(roomId, number), limit);
  }

  async message(user: User, roomId: string, messageId: string): Promise<Message> {
    await this.assertMember(user.id, roomId);
    const message = await this.history.message(roomId, messageId);
    if (!message) throw new ChatError('message_not_found');
    return message;
  }

  async assertMember(userId: string, roomId: string): Promise<void> {
    const viewer = await this.viewers.enter(userId);
    this.viewers.leave(userId);
    if (viewer.isIn(roomId)) return;
    const visible = (await this.history.roomKind(roomId)) === 'public';
    throw new ChatError(visible ? 'not_a_member' : 'room_not_found');
  }
}
