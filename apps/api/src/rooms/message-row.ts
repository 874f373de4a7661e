import type { Message } from '@fourways/chat-core';

/** A row of the table Message with its author's name. */
export interface NamedMessageRow {
  id: string;
  roomId: string;
  roomSeq: number;
  seq: number;
  updatedSeq: number;
  authorId: string;
  authorName: string;
  clientMsgId: string;
  body: string;
  ts: number;
  editedTs: number | null;
  removed: boolean | number;
}

export function toMessage(row: NamedMessageRow): Message {
  const { id, roomId, roomSeq, seq, updatedSeq, clientMsgId, body, ts, editedTs, removed } = row;
  const author = { id: row.authorId, name: row.authorName };
  const marks = { ...(editedTs !== null && { editedTs }), ...(removed && { removed: true }) };
  return { id, roomId, roomSeq, seq, updatedSeq, author, clientMsgId, body, ts, ...marks };
}
