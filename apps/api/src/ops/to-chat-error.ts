import { ChatError, type ErrorCode } from '@fourways/chat-core';
import { HttpException } from '@nestjs/common';
import { core } from 'zod';

/** Status codes of the framework's own refusals in our table. */
const BY_STATUS: Record<number, ErrorCode> = {
  404: 'route_not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  413: 'payload_too_large',
  414: 'payload_too_large',
  415: 'unsupported_media_type',
  431: 'payload_too_large',
};

/** Where requests carry cursors. */
const CURSORS: readonly string[] = ['cursor', 'from', 'to'];

/** Any error as one of ours. What nobody has foreseen becomes `internal`, whose details stay on the server. */
export function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof core.$ZodError) return invalid(error.issues);
  const status = error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown } | null)?.statusCode);
  const code = BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'bad_json' : 'internal');
  return new ChatError(code, { cause: error });
}

interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema found wrong: a cursor has a code of its own. */
export function invalid(found: readonly SchemaIssue[]): ChatError {
  const issues = found.map(({ path = [], message }) => ({ path: path.map(keyOf).join('.'), message }));
  const onlyCursors = issues.length > 0 && issues.every(({ path }) => CURSORS.includes(path));
  return new ChatError(onlyCursors ? 'bad_cursor' : 'invalid', { issues });
}

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment);
}
