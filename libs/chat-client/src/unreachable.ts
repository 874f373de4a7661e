import { ChatError } from '@fourways/chat-core';

/** The failure in which no answer of the service arrived: whether a request had an effect is not known. */
export function unreachable(detail: string, cause?: unknown): ChatError {
  return new ChatError('unreachable', { detail, cause });
}

/** Whatever was thrown, as a ChatError. */
export function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  return unreachable(error instanceof Error ? error.message : String(error), error);
}
