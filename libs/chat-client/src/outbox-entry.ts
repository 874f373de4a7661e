import type { ChatError } from '@fourways/chat-core';

/**
 * A message that is not yet in the timeline. `queued`: not sent, or refused for now. `sending`: under way, or
 * acknowledged and about to arrive. `not-confirmed`: sent, no answer; it is sent again with the same id.
 * `failed`: refused, and `error` says why; it is not sent again unless asked for.
 */
export interface OutboxEntry {
  readonly clientMsgId: string;
  readonly roomId: string;
  readonly body: string;
  readonly createdTs: number;
  readonly state: 'queued' | 'sending' | 'not-confirmed' | 'failed';
  readonly error?: ChatError;
}
