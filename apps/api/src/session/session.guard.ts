import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { HEADERS } from '@fourways/chat-core';
import type { FastifyRequest } from 'fastify';
import type { Session } from './session.js';
import { SessionService } from './session.service.js';

export type SessionRequest = FastifyRequest & { session?: Session };

const USER = HEADERS.user.toLowerCase();

/** Lets in who has a session, and puts it at the request. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly sessions: SessionService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SessionRequest>();
    request.session = await this.sessions.require(request.headers.cookie, request.headers[USER]);
    return true;
  }
}
