import type { ChatError, PostMessage, ReplyTo } from '@fourways/chat-core';
import type { OutboxFile } from './outbox-file.js';

/**
 * A message that is not yet in the timeline. `queued`: not sent, or refused for now; `error` says why. `sending`: under
 * way. `not-confirmed`: sent 10 s ago and not answered; it is sent again with the same id. `sent`: stored, its event is
 * about to arrive. `failed`: refused, and `error` says why; it is not sent again unless asked for.
 */
export interface OutboxEntry {
  readonly clientMsgId: string;
  readonly roomId: string;
  readonly body: string;
  /** The message it answers. */
  readonly replyTo?: ReplyTo;
  /** Whom it calls: ids, or `room` for everyone. */
  readonly mentions?: PostMessage['mentions'];
  /** The files with it. It stays `queued` while one of them is not in the room. */
  readonly files?: readonly OutboxFile[];
  readonly createdTs: number;
  readonly state: 'queued' | 'sending' | 'not-confirmed' | 'sent' | 'failed';
  readonly error?: ChatError;
}
