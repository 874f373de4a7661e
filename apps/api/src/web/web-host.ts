import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves the web app from this process: one origin, one port, and nothing between a stream and its socket.
 * Everything outside `/api/` is the web app's.
 */
export async function hostWeb(app: NestFastifyApplication, { webDir, host, port }: Config): Promise<() => Promise<void>> {
  const { default: next } = await import('next');
  const web = (next as unknown as typeof import('next').default)({ dev: false, dir: webDir, hostname: host, port });
  await web.prepare();
  /** Their names change with their contents. The build has compressed them. */
  app.useStaticAssets({ root: join(webDir, '.next/static'), prefix: '/_next/static/', preCompressed: true, immutable: true, maxAge: '1y', index: false, decorateReply: false });
  const handle: Handler = web.getRequestHandler();
  app.getHttpAdapter().getInstance().route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: (request, reply) => {
      if (request.url.startsWith('/api/')) return reply.callNotFound();
      reply.hijack();
      handle(request.raw, reply.raw).catch((error: unknown) => {
        request.log.error(error);
        reply.raw.destroy();
      });
    },
  });
  return () => web.close();
}
