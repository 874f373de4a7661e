import { ChatError } from '@fourways/chat-core';
import { toChatError } from './unreachable.js';

/** Why a file was not sent. One that was changed, moved or withdrawn since it was chosen looks like a broken connection at first. */
export async function whyNotSent(content: Blob, cause: unknown): Promise<ChatError> {
  const error = toChatError(cause);
  if (error.code !== 'unreachable') return error;
  return content
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => error,
      () => new ChatError('file_unreadable', { cause }),
    );
}
