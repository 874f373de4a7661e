import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Writable } from 'node:stream';
import { ChatError, LIMITS, TIMING } from '@fourways/chat-core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config/config.js';
import { sendRefusal } from './problem.filter.js';
import { refuseOnSocket } from './refuse-on-socket.js';
import { refuseWhenSlow } from './slow-request.js';
import { refuseUnreadable } from './unreadable-request.js';
import { acceptUploads } from './upload-body.js';

const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The HTTP server with its limits and its log: one JSON line per request, with its id, without cookies, bodies or cursors. */
export function httpServer(config: Config, log?: Writable): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.requestBytes,
    keepAliveTimeout: TIMING.keepAliveMs,
    requestTimeout: TIMING.uploadMs,
    http: { headersTimeout: TIMING.requestHeadersMs, connectionsCheckingInterval: TIMING.requestCheckMs, requireHostHeader: false },
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
  acceptUploads(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
    refuseWhenSlow(request);
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') throw new ChatError('bad_request', { detail: 'A request must name its Host' });
  });
  // Node would refuse these without a word; they may as well be passed over (RFC 9110, section 10.1.1).
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
  fastify.server.on('connect', (_request, socket) => refuseOnSocket(new ChatError('method_not_allowed'), socket));
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
