import { AuditSum, type Gap, PATHS } from '@fourways/chat-core';
import { Controller, Get, Header, Query, Res, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { AuditRequest } from './audit-request.js';
import { AuditService } from './audit.service.js';

@Controller(PATHS.audit)
@UseGuards(SessionGuard)
export class AuditController {
  constructor(private readonly audits: AuditService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 200, standardSchema: AuditSum, description: 'How many events one should have been delivered after `from` up to `to`, and their digest' })
  @ApiResponse({ status: 410, description: 'The log cannot be read between these cursors' })
  async sum(
    @CurrentSession() { user }: Session,
    @Query({ schema: AuditRequest }) stretch: AuditRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditSum | { gap: Gap }> {
    const sum = await this.audits.sum(user.id, stretch);
    if (!('reason' in sum)) return sum;
    reply.status(410);
    return { gap: sum };
  }
}
