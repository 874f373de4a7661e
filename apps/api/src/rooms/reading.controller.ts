import { Ack, MarkRead, MarkUnread, PATHS, PreferRoom } from '@fourways/chat-core';
import { Body, Controller, HttpCode, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { ReadingService } from './reading.service.js';
import { RoomParams } from './room-params.js';

@Controller(`${PATHS.rooms}/:roomId`)
@UseGuards(SessionGuard)
export class ReadingController {
  constructor(private readonly reading: ReadingService) {}

  @Post('read')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'Read up to the message of this number' })
  read(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams, @Body({ schema: MarkRead }) mark: MarkRead): Promise<Ack> {
    return this.reading.read(user, roomId, mark);
  }

  @Post('unread')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'To be read again after the message of this number' })
  unread(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams, @Body({ schema: MarkUnread }) mark: MarkUnread): Promise<Ack> {
    return this.reading.unread(user, roomId, mark);
  }

  @Patch('preference')
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'How one wants to have the room' })
  prefer(@CurrentSession() { user }: Session, @Param({ schema: RoomParams }) { roomId }: RoomParams, @Body({ schema: PreferRoom }) change: PreferRoom): Promise<Ack> {
    return this.reading.prefer(user, roomId, change);
  }
}
