import type { IncomingMessage } from 'node:http';

/** Where a socket comes from: what the trusted proxy says, as Fastify's `request.ip` does for the other modes. */
export function clientAddress({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? [headers['x-forwarded-for']].flat()[0]?.split(',', 1)[0]?.trim() : undefined;
  return forwarded || (socket.remoteAddress ?? '');
}
