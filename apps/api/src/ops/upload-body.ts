import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ChatError, PATHS } from '@fourways/chat-core';

const UPLOADS = `${PATHS.rooms}/:roomId/attachments`;

export function isUpload({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === UPLOADS;
}

/** Lets raw bytes through to the one route that takes them, which reads the request itself. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', async (request: FastifyRequest) => {
    if (!isUpload(request)) throw new ChatError('unsupported_media_type');
  });
}
