import { PATHS, SearchPage } from '@fourways/chat-core';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { SearchRequest } from './search-request.js';
import { SearchService } from './search.service.js';

@Controller(PATHS.search)
@UseGuards(SessionGuard)
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: SearchPage, description: 'Messages with these words, in Russian and English in any form, the newest first' })
  page(@CurrentSession() { user }: Session, @Query({ schema: SearchRequest }) request: SearchRequest): Promise<SearchPage> {
    return this.search.page(user, request);
  }
}
