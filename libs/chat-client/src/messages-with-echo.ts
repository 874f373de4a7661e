import type { Message, ReplyTo, User } from '@fourways/chat-core';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { ChatView } from './view.js';

/** My message before it is in the timeline, shaped like the ones that are. */
export interface LocalEcho {
  readonly clientMsgId: string;
  readonly roomId: string;
  readonly author: User;
  readonly body: string;
  readonly replyTo?: ReplyTo;
  readonly files?: readonly OutboxFile[];
  readonly ts: number;
  readonly echo: OutboxEntry;
}

/**
 * What a room shows: its loaded messages in order, then my own that have not arrived. A message keeps its
 * `clientMsgId` from echo to timeline, which makes it the key of its row.
 */
export function messagesWithEcho({ timeline, outbox }: ChatView, roomId: string): readonly (Message | LocalEcho)[] {
  const messages = timeline?.rooms.get(roomId)?.messages ?? [];
  const waiting = timeline ? outbox.filter((entry) => entry.roomId === roomId) : [];
  if (waiting.length === 0) return messages;
  const me = timeline!.me;
  const arrived = new Set(messages.filter(({ author }) => author.id === me.id).map(({ clientMsgId }) => clientMsgId));
  const echoes = waiting.filter(({ clientMsgId }) => !arrived.has(clientMsgId)).map((entry) => echoOf(entry, me));
  return [...messages, ...echoes];
}

function echoOf(entry: OutboxEntry, author: User): LocalEcho {
  const { clientMsgId, roomId, body, replyTo, files, createdTs } = entry;
  return { clientMsgId, roomId, author, body, ...(replyTo && { replyTo }), ...(files && { files }), ts: createdTs, echo: entry };
}
