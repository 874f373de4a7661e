import type { PeoplePage, User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { HistoryService } from './history.service.js';
import type { PeopleRequest } from './people-request.js';
import { PeopleRepository } from './people.repository.js';

/** Who there is: everyone may find everyone, and only members are told who is in a room. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly history: HistoryService,
  ) {}

  page(request: PeopleRequest): Promise<PeoplePage> {
    return this.paged(request);
  }

  async members(user: User, roomId: string, request: PeopleRequest): Promise<PeoplePage> {
    await this.history.assertMember(user.id, roomId);
    return this.paged(request, roomId);
  }

  private async paged(request: PeopleRequest, roomId?: string): Promise<PeoplePage> {
    const found = await this.people.byName({ ...request, limit: request.limit + 1 }, roomId);
    return { people: found.slice(0, request.limit), hasMore: found.length > request.limit };
  }
}
