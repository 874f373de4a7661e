import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ChatError, type ErrorCode } from '@fourways/chat-core';
import { refuseOnSocket } from './refuse-on-socket.js';

type HttpSocket = Socket & { readonly _httpMessage?: ServerResponse | null };

/** By Node's name for what is wrong. */
const CODES: Record<string, ErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'payload_too_large',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

/** Answers what could not even be read as a request: there is no route for it, and no reply but the socket. */
export function refuseUnreadable(error: Error & { code?: string }, socket: HttpSocket): void {
  if (socket.writableEnded) return;
  if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) return void socket.destroy();
  refuseOnSocket(new ChatError(CODES[error.code ?? ''] ?? 'bad_request'), socket);
}
