import { Ack, PATHS, React } from '@fourways/chat-core';
import { Body, Controller, Param, Put, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { ReactionsService } from './reactions.service.js';
import { MessageParams } from './room-params.js';

@Controller(`${PATHS.rooms}/:roomId/messages/:messageId/reactions`)
@UseGuards(SessionGuard)
export class ReactionsController {
  constructor(private readonly reactions: ReactionsService) {}

  @Put()
  @ApiResponse({ status: 200, standardSchema: Ack, description: "One's own reaction is there, or is not" })
  react(
    @CurrentSession() { user }: Session,
    @Param({ schema: MessageParams }) { roomId, messageId }: MessageParams,
    @Body({ schema: React }) reaction: React,
  ): Promise<Ack> {
    return this.reactions.react(user, roomId, messageId, reaction);
  }
}
