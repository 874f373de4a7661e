import { messageText, type SearchPage, type User, Viewers } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { Query } from './query.js';
import type { SearchRequest } from './search-request.js';
import { SearchRepository } from './search.repository.js';

/** Finds what was said: only in rooms that one is in now, and in those all of it, as history shows it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly viewers: Viewers,
  ) {}

  async page(user: User, { q, room, ...request }: SearchRequest): Promise<SearchPage> {
    const query = new Query(q);
    const rooms = (await this.roomsOf(user.id)).filter((id) => room === undefined || id === room);
    if (query.empty || rooms.length === 0) return { found: [], hasMore: false };
    const messages = await this.repository.find(user.id, query.matchIn(rooms), { ...request, limit: request.limit + 1 });
    const found = messages.slice(0, request.limit).map((message) => ({ message, words: query.wordsIn(messageText(message)) }));
    return { found, hasMore: messages.length > request.limit };
  }

  private async roomsOf(userId: string): Promise<string[]> {
    const viewer = await this.viewers.enter(userId);
    this.viewers.leave(userId);
    return viewer.rooms();
  }
}
