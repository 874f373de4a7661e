import { TIMING } from '@fourways/chat-core';
import type { FastifyRequest } from 'fastify';
import { refuseUnreadable } from './unreadable-request.js';
import { isUpload } from './upload-body.js';

/** Ends a request whose body has not arrived after 15 s; an upload, when nothing of it has come for as long. */
export function refuseWhenSlow(request: FastifyRequest): void {
  const { raw } = request;
  if (!hasBody(request)) return;
  let read = raw.socket.bytesRead;
  const watch = setInterval(() => {
    const goesOn = isUpload(request) && raw.socket.bytesRead > read;
    read = raw.socket.bytesRead;
    if (!goesOn) refuseUnreadable(Object.assign(new Error('The request is too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
  }, TIMING.requestMs).unref();
  raw.once('close', () => clearInterval(watch));
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
