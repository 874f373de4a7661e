import 'reflect-metadata';
import type { Writable } from 'node:stream';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChatError } from '@fourways/chat-core';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { httpServer } from './ops/http-server.js';
import { serveOpenApi } from './ops/openapi.js';
import { OriginPolicy } from './ops/origin-policy.js';
import { ProblemFilter } from './ops/problem.filter.js';
import { RouteTable } from './ops/route-table.js';
import { SocketAdapter } from './ops/socket.adapter.js';
import { StructuredLogger } from './ops/structured-logger.js';
import { invalid } from './ops/to-chat-error.js';
import { hostWeb } from './web/web-host.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The whole server, ready to listen; its log goes to standard output or to `log`. `close()` drains it and leaves nothing behind. */
export async function createApp(config: Config, log?: Writable): Promise<NestFastifyApplication> {
  const adapter = httpServer(config, log);
  const routes = new RouteTable(adapter.getInstance());
  const logger = new StructuredLogger(adapter.getInstance().log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, { logger, abortOnError: false, bodyParser: false });
  const origins = new OriginPolicy(config);
  adapter.getInstance().addHook('onRequest', async (request) => {
    if (!SAFE_METHODS.has(request.method) && !origins.allows(request.raw)) throw new ChatError('forbidden_origin');
  });
  app.useWebSocketAdapter(new SocketAdapter(app, origins));
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalid }));
  app.useGlobalFilters(new ProblemFilter(routes));
  serveOpenApi(app);
  if (config.hostWeb) adapter.getInstance().addHook('onClose', await hostWeb(app, config));
  return app;
}
