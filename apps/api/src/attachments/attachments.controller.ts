import { Attachment, AttachmentId, PATHS, RoomId, Upload } from '@fourways/chat-core';
import { Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RoomParams } from '../rooms/room-params.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { AttachmentsService } from './attachments.service.js';
import { fileHeaders } from './file-headers.js';

const AttachmentParams = z.object({ roomId: RoomId, attachmentId: AttachmentId });
type AttachmentParams = z.infer<typeof AttachmentParams>;

@Controller(`${PATHS.rooms}/:roomId/attachments`)
@UseGuards(SessionGuard)
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 201, standardSchema: Attachment })
  @ApiResponse({ status: 200, standardSchema: Attachment, description: 'A repeat: the first answer again' })
  async upload(
    @CurrentSession() { user }: Session,
    @Param({ schema: RoomParams }) { roomId }: RoomParams,
    @Query({ schema: Upload }) upload: Upload,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attachment> {
    const { attachment, duplicate } = await this.attachments.upload(user, roomId, upload, request.raw);
    reply.status(duplicate ? 200 : 201);
    return attachment;
  }

  @Get(':attachmentId')
  @ApiResponse({ status: 200, description: 'The file: a picture to be shown, anything else to be saved' })
  file(@CurrentSession() session: Session, @Param({ schema: AttachmentParams }) params: AttachmentParams, @Res() reply: FastifyReply): Promise<void> {
    return this.send(session, params, reply, false);
  }

  @Get(':attachmentId/preview')
  @ApiResponse({ status: 200, description: 'A small WebP of a picture' })
  preview(@CurrentSession() session: Session, @Param({ schema: AttachmentParams }) params: AttachmentParams, @Res() reply: FastifyReply): Promise<void> {
    return this.send(session, params, reply, true);
  }

  private async send({ user }: Session, { roomId, attachmentId }: AttachmentParams, reply: FastifyReply, preview: boolean): Promise<void> {
    const { file, attachment } = await this.attachments.open(user, roomId, attachmentId, preview);
    const { size } = await file.stat();
    void reply.headers(fileHeaders(attachment, preview)).header('Content-Length', size).send(file.createReadStream());
  }
}
