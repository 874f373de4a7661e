import type { Command } from '@fourways/chat-core';
import type { OutboxEntry } from './outbox-entry.js';

/** The command that posts an entry, whose files are in the room. */
export function postOf({ roomId, clientMsgId, body, replyTo, mentions, files }: OutboxEntry): Command {
  const attachments = files?.map(({ attachment, alt }) => ({ attachmentId: attachment!.attachmentId, ...(alt && { alt }) }));
  const more = { ...(replyTo && { replyTo: replyTo.messageId }), ...(mentions && { mentions }), ...(attachments && { attachments }) };
  return { name: 'message.post', data: { roomId, clientMsgId, body, ...more } };
}
