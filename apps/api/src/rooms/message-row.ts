import { inOrderGiven, type Message, type Reaction } from '@fourways/chat-core';
import { Prisma } from '../generated/prisma/client.js';
import type { MessageRow } from '../log/rows.js';

/** A row of the table Message with its author's name and its reactions; SQLite has no booleans. */
export interface FullMessageRow extends Omit<MessageRow, 'bodyHash' | 'removed'> {
  authorName: string;
  removed: boolean | number;
  /** JSON. */
  reactions: string;
}

/** Of messages `m` joined with their authors `u`. */
export const FULL_MESSAGE = Prisma.sql`m.*, u."name" AS "authorName",
  (SELECT json_group_array(json_object('emoji', r."emoji", 'users', json(r."users"), 'sinceTs', r."sinceTs", 'seq', r."seq"))
    FROM "Reaction" r WHERE r."messageId" = m."id") AS "reactions"`;

export function toMessage(row: FullMessageRow): Message {
  const { id, roomId, roomSeq, number, seq, updatedSeq, clientMsgId, body, ts, editedTs, removed, replyTo, mentions, attachments } = row;
  const author = { id: row.authorId, name: row.authorName };
  const reactions = inOrderGiven(JSON.parse(row.reactions) as Reaction[]);
  return {
    ...{ id, roomId, roomSeq, number, seq, updatedSeq, author, clientMsgId, body, ts },
    ...(editedTs !== null && { editedTs }),
    ...(removed && { removed: true }),
    ...(replyTo && { replyTo: JSON.parse(replyTo) as Message['replyTo'] & object }),
    ...(mentions && { mentions: JSON.parse(mentions) as Message['mentions'] & object }),
    ...(reactions.length > 0 && { reactions }),
    ...(attachments && { attachments: JSON.parse(attachments) as Message['attachments'] & object }),
  };
}
