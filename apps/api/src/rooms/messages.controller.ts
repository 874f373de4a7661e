import { Ack, EditMessage, fromText, HistoryPage, LIMITS, Message, PATHS, PostMessage } from '@fourways/chat-core';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { HistoryService } from './history.service.js';
import { MessagesService } from './messages.service.js';
import { MessageParams, RoomParams } from './room-params.js';

const place = fromText(z.coerce.number().int().nonnegative().optional());

const PageRequest = z.object({
  before: place,
  after: place,
  around: place,
  aroundNumber: place,
  limit: fromText(z.coerce.number().int().min(1).max(LIMITS.historyPage).default(50)),
});
type PageRequest = z.infer<typeof PageRequest>;

@Controller(`${PATHS.rooms}/:roomId/messages`)
@UseGuards(SessionGuard)
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly history: HistoryService,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: HistoryPage, description: 'By roomSeq, in the order of the timeline; `around` a place, or to one side of it' })
  page(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Query({ schema: PageRequest }) { around, aroundNumber, limit, ...place }: PageRequest,
  ): Promise<HistoryPage> {
    if (around !== undefined) return this.history.around(user, roomId, around, limit);
    if (aroundNumber !== undefined) return this.history.aroundNumber(user, roomId, aroundNumber, limit);
    return this.history.page(user, { roomId, ...place, limit });
  }

  @Get(':messageId')
  @ApiResponse({ status: 200, standardSchema: Message })
  one(@CurrentSession() { user }: Session, @Param({ schema: MessageParams }) { roomId, messageId }: MessageParams): Promise<Message> {
    return this.history.message(user, roomId, messageId);
  }

  @Post()
  @ApiResponse({ status: 201, standardSchema: Ack })
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'A repeat: the first answer again' })
  async post(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Body({ schema: PostMessage }) message: PostMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ack> {
    const ack = await this.messages.post(user, roomId, message);
    reply.status(ack.duplicate ? 200 : 201);
    return ack;
  }

  @Patch(':messageId')
  @ApiResponse({ status: 200, standardSchema: Ack })
  edit(
    @CurrentSession() { user }: Session,
    @Param({ schema: MessageParams }) { roomId, messageId }: MessageParams,
    @Body({ schema: EditMessage }) edit: EditMessage,
  ): Promise<Ack> {
    return this.messages.edit(user, roomId, messageId, edit);
  }

  @Delete(':messageId')
  @ApiResponse({ status: 200, standardSchema: Ack, description: 'The message is a tombstone now' })
  remove(@CurrentSession() { user }: Session, @Param({ schema: MessageParams }) { roomId, messageId }: MessageParams): Promise<Ack> {
    return this.messages.remove(user, roomId, messageId);
  }
}
