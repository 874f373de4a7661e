import { type Cursor, HEADERS, type Reading } from '@fourways/chat-core';
import type { FastifyReply } from 'fastify';

/** What took the time until the answer, in Server-Timing's words: reading, or being held. */
export interface Timing {
  readonly name: 'read' | 'hold';
  readonly startedMs: number;
}

/** Sends a reading as the body of a poll: the frame, or 410 with the gap (PROTOCOL C3, M2). */
export function sendReading(reply: FastifyReply, reading: Reading, timing: Timing, body = reading.frame?.json): FastifyReply {
  setReadingHeaders(reply, reading, timing).header('Content-Type', 'application/json; charset=utf-8');
  return reading.frame ? reply.send(body) : reply.status(410).send(JSON.stringify({ gap: reading.gap }));
}

/** Says that there is nothing new: 304, and no body nor length, which would cost some clients their connection. */
export function sendNothingNew(reply: FastifyReply, reading: Reading, timing: Timing): FastifyReply {
  return setReadingHeaders(reply, reading, timing).status(304).send();
}

function setReadingHeaders(reply: FastifyReply, reading: Reading, { name, startedMs }: Timing): FastifyReply {
  const cursor: Cursor = reading.frame?.next ?? reading.gap!.head;
  return reply.headers({
    'Cache-Control': 'no-store',
    'Server-Timing': `${name};dur=${(performance.now() - startedMs).toFixed(1)}`,
    [HEADERS.cursor]: cursor,
    [HEADERS.upToDate]: String(reading.frame?.upToDate ?? false),
  });
}
