import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChatError, type ErrorCode } from '@fourways/chat-core';
import type { RouteTable } from './route-table.js';
import { toChatError } from './to-chat-error.js';

const NO_ROUTE = new Set<ErrorCode>(['route_not_found', 'method_not_allowed']);

/** Every refusal of an HTTP route as problem details (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = toChatError(error);
    if (refusal.code === 'internal') this.logger.error({ requestId: request.id, error });
    if (reply.sent || reply.raw.headersSent) return;
    const methods = NO_ROUTE.has(refusal.code) ? this.routes.methodsOf(request.url.split('?', 1)[0]!) : [];
    if (methods.length === 0) return sendRefusal(refusal, request, reply);
    reply.header('Allow', methods.join(', '));
    sendRefusal(new ChatError('method_not_allowed'), request, reply);
  }
}

export function sendRefusal(refusal: ChatError, request: FastifyRequest, reply: FastifyReply): void {
  const { retryAfterMs } = refusal;
  if (retryAfterMs !== undefined) reply.header('Retry-After', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  reply.header('Content-Type', 'application/problem+json; charset=utf-8').header('Cache-Control', 'no-store');
  reply.status(refusal.status).send(JSON.stringify(refusal.toProblem(String(request.id))));
}
