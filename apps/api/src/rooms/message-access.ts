import { ChatError } from '@fourways/chat-core';
import type { MessageRow } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';

/** A message of the room, also one that was removed. */
export function messageIn(state: WorkingSet, roomId: string, messageId: string): MessageRow {
  const message = state.messages.get(messageId);
  if (message?.roomId !== roomId) throw new ChatError('message_not_found');
  return message;
}

/** A message of the room that has not been removed. */
export function liveMessage(state: WorkingSet, roomId: string, messageId: string): MessageRow {
  const message = messageIn(state, roomId, messageId);
  if (message.removed) throw new ChatError('message_removed');
  return message;
}
