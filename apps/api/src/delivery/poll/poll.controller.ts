import { Frame, LogReader, PATHS, Viewers } from '@fourways/chat-core';
import { Controller, Get, Headers, Query, Res, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PresenceBoard } from '../../presence/presence-board.js';
import { CurrentSession } from '../../session/current-session.decorator.js';
import { SessionGuard } from '../../session/session.guard.js';
import type { Session } from '../../session/session.js';
import { Connections } from '../connections.js';
import { ReaderRequest } from '../reader-request.js';
import { sendNothingNew, sendReading } from '../reading-reply.js';
import { turnedAway } from '../turned-away.js';

/** Short polling is `read`: what is there now, at once, however little. */
@Controller(PATHS.poll)
@UseGuards(SessionGuard)
export class PollController {
  constructor(
    private readonly reader: LogReader,
    private readonly viewers: Viewers,
    private readonly presence: PresenceBoard,
    private readonly connections: Connections,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: Frame })
  @ApiResponse({ status: 304, description: 'Nothing new since the answer that If-None-Match names' })
  @ApiResponse({ status: 410, description: 'The log cannot be replayed from this cursor: take a snapshot' })
  async poll(
    @CurrentSession() session: Session,
    @Query({ schema: ReaderRequest }) { cursor, eph, conn, hidden }: ReaderRequest,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { user } = session;
    const { leaseMs, goodbye } = this.connections.visit(session, conn, hidden === '1');
    if (goodbye) throw turnedAway(goodbye);
    const timing = { name: 'read' as const, startedMs: performance.now() };
    const viewer = await this.viewers.enter(user.id);
    try {
      if (conn) this.presence.renew(user, viewer, { id: `poll:${conn}`, ttlMs: leaseMs });
      const reading = await this.reader.read(cursor, viewer, eph);
      const tag = `W/"${reading.frame?.next ?? 'gap'}"`;
      reply.header('ETag', tag);
      const nothingNew = reading.frame?.empty && known === tag;
      await (nothingNew ? sendNothingNew : sendReading)(reply, reading, timing);
    } finally {
      this.viewers.leave(user.id);
    }
  }
}
