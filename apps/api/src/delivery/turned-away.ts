import { type Bye, ChatError } from '@fourways/chat-core';

/** The goodbye of a stream as the refusal of a request. */
export function turnedAway({ code, afterMs }: Bye): ChatError {
  const retryAfterMs = afterMs ?? 1_000;
  if (code === 4500 || code === 4401) return new ChatError('no_session');
  return new ChatError(code === 4001 ? 'shutting_down' : 'overloaded', { retryAfterMs });
}
