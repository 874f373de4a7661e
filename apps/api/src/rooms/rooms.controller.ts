import { Ack, ChangeRoom, CreateRoom, OpenDirect, PATHS, RoomSummary } from '@fourways/chat-core';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { RoomParams } from './room-params.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Controller()
@UseGuards(SessionGuard)
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly repository: RoomsRepository,
  ) {}

  @Get(PATHS.rooms)
  @ApiResponse({ status: 200, standardSchema: z.array(RoomSummary), description: 'All public rooms, and the others that one is in' })
  list(@CurrentSession() { user }: Session): Promise<RoomSummary[]> {
    return this.repository.visibleTo(user.id);
  }

  @Post(PATHS.rooms)
  @ApiResponse({ status: 201, standardSchema: Ack })
  create(@CurrentSession() { user }: Session, @Body({ schema: CreateRoom }) room: CreateRoom): Promise<Ack> {
    return this.rooms.create(user, room);
  }

  @Patch(`${PATHS.rooms}/:roomId`)
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'Another name or topic; archived, or opened again' })
  change(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Body({ schema: ChangeRoom }) change: ChangeRoom,
  ): Promise<Ack> {
    return this.rooms.change(user, roomId, change);
  }

  @Post(PATHS.direct)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'The direct room of these people, opened if need be' })
  openDirect(@CurrentSession() { user }: Session, @Body({ schema: OpenDirect }) people: OpenDirect): Promise<Ack> {
    return this.rooms.openDirect(user, people);
  }
}
