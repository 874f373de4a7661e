import type { Attachment, ChatError } from '@fourways/chat-core';

/**
 * An upload as it stands. `waiting`: for its turn, or to be tried again, and `error` says why. `failed`: refused, and
 * `error` says why; it is not tried again unless asked for.
 */
export interface UploadView {
  readonly status: 'waiting' | 'uploading' | 'done' | 'failed';
  readonly sentBytes: number;
  readonly error?: ChatError;
  readonly attachment?: Attachment;
}
