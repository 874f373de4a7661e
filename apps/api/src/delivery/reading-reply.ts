import { type Cursor, HEADERS, type Reading } from '@fourways/chat-core';
import type { FastifyReply } from 'fastify';

/** Sends a reading as the body of a poll: the frame, or 410 with the gap (PROTOCOL C3, M2). */
export function sendReading(reply: FastifyReply, reading: Reading, startedMs: number, body = reading.frame?.json): FastifyReply {
  setReadingHeaders(reply, reading, startedMs).header('Content-Type', 'application/json; charset=utf-8');
  return reading.frame ? reply.send(body) : reply.status(410).send(JSON.stringify({ gap: reading.gap }));
}

/** Says that there is nothing new: 304, and no body nor length, which would cost some clients their connection. */
export function sendNothingNew(reply: FastifyReply, reading: Reading, startedMs: number): FastifyReply {
  return setReadingHeaders(reply, reading, startedMs).status(304).send();
}

function setReadingHeaders(reply: FastifyReply, reading: Reading, startedMs: number): FastifyReply {
  const cursor: Cursor = reading.frame?.next ?? reading.gap!.head;
  return reply.headers({
    'Cache-Control': 'no-store',
    'Server-Timing': `read;dur=${(performance.now() - startedMs).toFixed(1)}`,
    [HEADERS.cursor]: cursor,
    [HEADERS.upToDate]: String(reading.frame?.upToDate ?? false),
  });
}
