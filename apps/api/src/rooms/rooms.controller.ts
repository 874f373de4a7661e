import { Ack, AddMember, CreateRoom, PATHS, RoomSummary } from '@fourways/chat-core';
import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { RoomParams } from './room-params.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Controller(PATHS.rooms)
@UseGuards(SessionGuard)
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly repository: RoomsRepository,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: z.array(RoomSummary), description: 'All public rooms, and the private ones one is in' })
  list(@CurrentSession() { user }: Session): Promise<RoomSummary[]> {
    return this.repository.visibleTo(user.id);
  }

  @Post()
  @ApiResponse({ status: 201, standardSchema: Ack })
  create(@CurrentSession() { user }: Session, @Body({ schema: CreateRoom }) room: CreateRoom): Promise<Ack> {
    return this.rooms.create(user, room);
  }

  @Post(':roomId/join')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack })
  join(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams): Promise<Ack> {
    return this.rooms.join(user, roomId);
  }

  @Post(':roomId/leave')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack })
  leave(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams): Promise<Ack> {
    return this.rooms.leave(user, roomId);
  }

  @Post(':roomId/members')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'A member brings in another person' })
  add(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Body({ schema: AddMember }) member: AddMember,
  ): Promise<Ack> {
    return this.rooms.add(user, roomId, member);
  }
}
