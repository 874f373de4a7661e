import { Ack, AddMember, PATHS, PeoplePage } from '@fourways/chat-core';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { MembersService } from './members.service.js';
import { PeopleRequest } from './people-request.js';
import { PeopleService } from './people.service.js';
import { RoomParams } from './room-params.js';

@Controller()
@UseGuards(SessionGuard)
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly people: PeopleService,
  ) {}

  @Get(PATHS.people)
  @ApiResponse({ status: 200, standardSchema: PeoplePage, description: 'Everyone, by name' })
  everyone(@Query({ schema: PeopleRequest }) request: PeopleRequest): Promise<PeoplePage> {
    return this.people.page(request);
  }

  @Get(`${PATHS.rooms}/:roomId/members`)
  @ApiResponse({ status: 200, standardSchema: PeoplePage, description: 'Who is in the room, by name' })
  list(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Query({ schema: PeopleRequest }) request: PeopleRequest,
  ): Promise<PeoplePage> {
    return this.people.members(user, roomId, request);
  }

  @Post(`${PATHS.rooms}/:roomId/members`)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'A member brings in another person' })
  add(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Body({ schema: AddMember }) member: AddMember,
  ): Promise<Ack> {
    return this.members.add(user, roomId, member);
  }

  @Post(`${PATHS.rooms}/:roomId/join`)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack })
  join(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams): Promise<Ack> {
    return this.members.join(user, roomId);
  }

  @Post(`${PATHS.rooms}/:roomId/leave`)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack })
  leave(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams): Promise<Ack> {
    return this.members.leave(user, roomId);
  }
}
