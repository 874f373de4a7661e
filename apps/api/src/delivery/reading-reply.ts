import { type Cursor, HEADERS, type Reading } from '@fourways/chat-core';
import type { FastifyReply } from 'fastify';

/** Sends a reading as the body of a poll: the frame, or 410 with the gap (PROTOCOL C3, M2). */
export function sendReading(reply: FastifyReply, reading: Reading, startedMs: number, body = reading.frame?.json): FastifyReply {
  const cursor: Cursor = reading.frame?.next ?? reading.gap!.head;
  reply.headers({
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Server-Timing': `read;dur=${(performance.now() - startedMs).toFixed(1)}`,
    [HEADERS.cursor]: cursor,
    [HEADERS.upToDate]: String(reading.frame?.upToDate ?? false),
  });
  return reading.frame ? reply.send(body) : reply.status(410).send(JSON.stringify({ gap: reading.gap }));
}
