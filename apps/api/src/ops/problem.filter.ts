import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toChatError } from './to-chat-error.js';

/** Every refusal of an HTTP route as problem details (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = toChatError(error);
    if (refusal.code === 'internal') this.logger.error({ requestId: request.id, error });
    if (reply.sent || reply.raw.headersSent) return;
    const { retryAfterMs } = refusal;
    if (retryAfterMs !== undefined) reply.header('Retry-After', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
    reply.header('Content-Type', 'application/problem+json; charset=utf-8').header('Cache-Control', 'no-store');
    reply.status(refusal.status).send(JSON.stringify(refusal.toProblem(String(request.id))));
  }
}
