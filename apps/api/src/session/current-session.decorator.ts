import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Session } from './session.js';
import type { SessionRequest } from './session.guard.js';

/** The session that `SessionGuard` has found. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { session } = context.switchToHttp().getRequest<SessionRequest>();
  if (!session) throw new Error('CurrentSession needs SessionGuard');
  return session;
});
