import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Writable } from 'node:stream';
import { ChatError, LIMITS, TIMING } from '@fourways/chat-core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config/config.js';
import { sendRefusal } from './problem.filter.js';
import { refuseUnreadable } from './unreadable-request.js';

const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The HTTP server with its limits and its log: one JSON line per request, with its id, without cookies, bodies or cursors. */
export function httpServer(config: Config, log?: Writable): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.requestBytes,
    keepAliveTimeout: TIMING.keepAliveMs,
    requestTimeout: TIMING.requestMs,
    http: { headersTimeout: TIMING.requestHeadersMs, connectionsCheckingInterval: TIMING.requestCheckMs },
    trustProxy: config.trustProxy,
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendRefusal(new ChatError('invalid', { issues: [{ path: 'url', message: 'is not a valid URL' }] }), request, reply);
    },
    clientErrorHandler: refuseUnreadable,
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, ...(log && { stream: log }) },
    routerOptions: { maxParamLength: 200 },
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/api/')) request.log.info(lineOf(request, reply));
  });
  return adapter;
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

function lineOf(request: FastifyRequest, reply: FastifyReply): object {
  const path = request.url.split('?', 1)[0];
  return { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), msg: 'request' };
}
