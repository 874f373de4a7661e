import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ChatError } from '@fourways/chat-core';

/** So long a client may go on sending. Closing at once would cost it the answer. */
const LINGER_MS = 1_000;

/** Answers where there is no reply but the bare socket, and closes it. */
export function refuseOnSocket(refusal: ChatError, socket: Duplex): void {
  const body = JSON.stringify(refusal.toProblem(randomUUID()));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
