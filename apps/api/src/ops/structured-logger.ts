import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Contexts that tell at length what never changes. */
const FRAMEWORK = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver']);

/** Nest's log lines through the server's JSON logger. */
export class StructuredLogger implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, context?: string): void {
    const level = FRAMEWORK.has(context ?? '') ? 'debug' : 'info';
    this.logger[level](fields(message, context));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn(fields(message, context));
  }

  error(message: unknown, ...rest: string[]): void {
    this.logger.error(fields(message, rest.at(-1)));
  }

  fatal(message: unknown, context?: string): void {
    this.logger.fatal(fields(message, context));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug(fields(message, context));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace(fields(message, context));
  }
}

function fields(message: unknown, context?: string): object {
  if (message instanceof Error) return { context, err: message, msg: message.message };
  if (typeof message === 'object' && message !== null) {
    const { error, ...others } = message as { error?: unknown };
    return { context, ...others, ...(error instanceof Error ? { err: error, msg: error.message } : { error }) };
  }
  return { context, msg: String(message) };
}
