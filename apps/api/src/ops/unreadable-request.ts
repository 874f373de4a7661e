import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ChatError } from '@fourways/chat-core';

/** Answers what could not even be read as a request: there is no route for it, and no reply but the socket. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = new ChatError(error.code === 'HPE_HEADER_OVERFLOW' ? 'payload_too_large' : 'invalid', { detail: 'The request cannot be read' });
  const body = JSON.stringify(refusal.toProblem(randomUUID()));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
