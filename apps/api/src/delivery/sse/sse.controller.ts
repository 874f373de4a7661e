import { randomUUID } from 'node:crypto';
import { bye, LogReader, PATHS, SSE_STOP_IDS, TIMING, Viewers } from '@fourways/chat-core';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TermsService } from '../../log/terms.service.js';
import { PresenceBoard } from '../../presence/presence-board.js';
import { SessionService } from '../../session/session.service.js';
import { Connections } from '../connections.js';
import { ReaderRequest } from '../reader-request.js';
import { Stream, type StreamServices } from '../stream.js';
import { SsePipe } from './sse-pipe.js';

const LEASE_MS = 2 * TIMING.aliveBeaconMs + 10_000;

/** Server-Sent Events is `follow` down a response. Every refusal is said in the stream: EventSource cannot read a status. */
@Controller(PATHS.sse)
export class SseController {
  private readonly services: StreamServices;

  constructor(
    reader: LogReader,
    viewers: Viewers,
    presence: PresenceBoard,
    connections: Connections,
    private readonly sessions: SessionService,
    private readonly terms: TermsService,
  ) {
    this.services = { reader, viewers, presence, connections };
  }

  @Get()
  @ApiResponse({ status: 200, description: 'text/event-stream: hello, frame, hb, gap, bye', content: { 'text/event-stream': {} } })
  @ApiResponse({ status: 204, description: 'Last-Event-ID is a stop sign: do not come back' })
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const lastId = request.headers['last-event-id'];
    if (lastId === SSE_STOP_IDS.gap || lastId === SSE_STOP_IDS.stop) return void (await reply.status(204).send());
    reply.hijack();
    const pipe = new SsePipe(reply.raw);
    const session = await this.sessions.find(request.headers.cookie);
    if (!session) return pipe.end(bye(4401));
    const parsed = ReaderRequest.safeParse({ ...(request.query as object), ...(lastId && { cursor: lastId }) });
    if (!parsed.success) return pipe.end(bye(4505));
    const { cursor, eph, conn = randomUUID() } = parsed.data;
    const options = { mode: 'sse' as const, session, conn, address: request.ip, heartbeatMs: TIMING.sseHeartbeatMs, leaseMs: LEASE_MS };
    if (reply.raw.destroyed) return;
    const stream = new Stream(this.services, options, pipe);
    reply.raw.on('drain', () => stream.drained()).once('close', () => stream.close());
    const refused = stream.admit();
    if (refused) return pipe.end(refused);
    pipe.hello({ ...this.terms.now(), connId: conn, mode: 'sse' }, cursor);
    await stream.start(cursor, eph);
  }
}
