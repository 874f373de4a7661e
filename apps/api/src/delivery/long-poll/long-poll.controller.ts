import { type Bye, Frame, HEADERS, LogReader, PATHS, type Reading, TIMING, Viewers } from '@fourways/chat-core';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PresenceBoard } from '../../presence/presence-board.js';
import { CurrentSession } from '../../session/current-session.decorator.js';
import { SessionGuard } from '../../session/session.guard.js';
import type { Session } from '../../session/session.js';
import { Connections } from '../connections.js';
import { ReaderRequest } from '../reader-request.js';
import { turnedAway } from '../turned-away.js';
import { sendReading, type Timing } from '../reading-reply.js';
import { HeldPoll } from './held-poll.js';

/** Long polling is `wait`: what is there, or else the request is held until there is something. */
@Controller(PATHS['long-poll'])
@UseGuards(SessionGuard)
export class LongPollController {
  constructor(
    private readonly reader: LogReader,
    private readonly viewers: Viewers,
    private readonly presence: PresenceBoard,
    private readonly connections: Connections,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: Frame })
  @ApiResponse({ status: 204, description: 'A newer request of the same conn has taken its place (RT-Code: 4109)' })
  @ApiResponse({ status: 410, description: 'The log cannot be replayed from this cursor: take a snapshot' })
  async hold(
    @CurrentSession() session: Session,
    @Query({ schema: ReaderRequest }) request: ReaderRequest,
    @Req() { ip, raw }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const timing = { name: 'hold' as const, startedMs: performance.now() };
    const held = new HeldPoll(session, request.conn ?? session.id, ip);
    raw.socket.once('close', held.gone);
    if (raw.socket.destroyed) held.gone();
    const refused = this.connections.add(held);
    if (refused) throw turnedAway(refused);
    try {
      const reading = await this.wait(session, request, held);
      await answer(reply, reading, held.goodbye, timing);
    } finally {
      this.connections.remove(held);
      raw.socket.off('close', held.gone);
    }
  }

  private async wait({ user }: Session, { cursor, eph, wait }: ReaderRequest, held: HeldPoll): Promise<Reading> {
    const waitMs = Math.max(0, Math.min(wait * 1_000, TIMING.longPollWaitMs) - (wait > 5 ? Math.random() * TIMING.longPollJitterMs : 0));
    const viewer = await this.viewers.enter(user.id);
    try {
      this.presence.renew(user, viewer, { id: `long-poll:${held.conn}`, ttlMs: waitMs + 15_000 });
      return await this.reader.wait(cursor, viewer, { eph, waitMs, signal: held.signal });
    } finally {
      this.viewers.leave(user.id);
    }
  }
}

async function answer(reply: FastifyReply, reading: Reading, goodbye: Bye | undefined, timing: Timing): Promise<void> {
  const hasNews = !reading.frame || !reading.frame.empty;
  if (goodbye?.code === 4109) return void (await reply.status(204).header(HEADERS.code, '4109').send());
  if (goodbye && !hasNews) throw turnedAway(goodbye);
  reply.header('X-Accel-Buffering', 'no');
  await sendReading(reply, reading, timing, hasNews ? undefined : reading.frame?.heartbeat(Date.now()));
}
