import { Alive, PATHS, SetTyping } from '@fourways/chat-core';
import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { RoomParams } from '../rooms/room-params.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { PresenceService } from './presence.service.js';

@Controller()
@UseGuards(SessionGuard)
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Post(`${PATHS.rooms}/:roomId/typing`)
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'Shown to the room for 6 s' })
  async typing(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Body({ schema: SetTyping }) { typing }: SetTyping,
  ): Promise<void> {
    await this.presence.setTyping(user, roomId, typing);
  }

  @Post(PATHS.alive)
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'Renews the presence of a stream' })
  async alive(@CurrentSession() { user }: Session, @Body({ schema: Alive }) { conn, idle }: Alive): Promise<void> {
    await this.presence.alive(user, conn, idle);
  }
}
