import * as z from 'zod/mini';
import { Attachment } from './attachment.js';
import { Emoji } from './emoji.js';
import { LIMITS } from './limits.js';
import { RoomId } from './room.js';
import { textOf } from './text.js';
import { User } from './user.js';

export const MessageId = z.uuid();

/** The id its sender invents when Enter is pressed (UUIDv7); unique per author, so a repeat is recognised. */
export const ClientMsgId = z.uuid();

/** A text as it was typed; empty only where there are files. */
export const MessageBody = textOf(LIMITS.bodyChars);

/** The message that another one answers: enough to name it and to go there. Its text is looked up, lest it outlive a removal. */
export const ReplyTo = z.object({ messageId: MessageId, roomSeq: z.int(), author: User });
export type ReplyTo = z.infer<typeof ReplyTo>;

/** Whom a message calls; each is written in it as `@` and the name, everyone as `@room`. */
export const Mentions = z.object({ people: z.array(User), room: z.optional(z.literal(true)) });
export type Mentions = z.infer<typeof Mentions>;

/** Who has reacted with one emoji, in the order of reacting; nobody any more when `users` is empty. */
export const Reaction = z.object({
  emoji: Emoji,
  users: z.array(User),
  /** When it was given for the first time: reactions are shown in this order. */
  sinceTs: z.int(),
  /** `seq` of the event that changed it last. */
  seq: z.int(),
});
export type Reaction = z.infer<typeof Reaction>;

/** A message as history, snapshot and the fold show it. A removed one is a tombstone: `body` is empty. */
export const Message = z.object({
  id: MessageId,
  roomId: RoomId,
  /** Number of its `message.posted` event in the room: the order of the timeline. */
  roomSeq: z.int(),
  /** Its number among the messages of the room, from 1, without holes: what unread is counted by. */
  number: z.int(),
  seq: z.int(),
  /** `seq` of the newest event that changed its text; an older event must not change it again. */
  updatedSeq: z.int(),
  author: User,
  clientMsgId: ClientMsgId,
  body: z.string(),
  ts: z.int(),
  editedTs: z.optional(z.int()),
  removed: z.optional(z.boolean()),
  replyTo: z.optional(ReplyTo),
  mentions: z.optional(Mentions),
  reactions: z.optional(z.array(Reaction)),
  attachments: z.optional(z.array(Attachment)),
});
export type Message = z.infer<typeof Message>;
