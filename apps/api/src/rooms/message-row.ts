import type { Message } from '@fourways/chat-core';
import type { MessageRow } from '../log/working-set.js';

/** A row of the table Message with its author's name; SQLite has no booleans. */
export interface NamedMessageRow extends Omit<MessageRow, 'bodyHash' | 'removed'> {
  authorName: string;
  removed: boolean | number;
}

export function toMessage(row: NamedMessageRow): Message {
  const { id, roomId, roomSeq, seq, updatedSeq, clientMsgId, body, ts, editedTs, removed } = row;
  const author = { id: row.authorId, name: row.authorName };
  const marks = { ...(editedTs !== null && { editedTs }), ...(removed && { removed: true }) };
  return { id, roomId, roomSeq, seq, updatedSeq, author, clientMsgId, body, ts, ...marks };
}
