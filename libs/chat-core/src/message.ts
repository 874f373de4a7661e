import { z } from 'zod';
import { LIMITS } from './limits.js';
import { RoomId } from './room.js';
import { User } from './user.js';

export const MessageId = z.uuid();

/** The id its sender invents when Enter is pressed (UUIDv7); unique per author, so a repeat is recognised. */
export const ClientMsgId = z.uuid();

export const MessageBody = z
  .string()
  .min(1, { error: 'must not be empty', abort: true })
  .max(LIMITS.bodyChars, `must have at most ${LIMITS.bodyChars} characters`)
  .refine((body) => body.trim().length > 0, 'must not be empty')
  .refine((body) => body.isWellFormed(), 'must be well-formed Unicode')
  .refine((body) => !body.includes('\u0000'), 'must not contain NUL');

/** A message as history, snapshot and the fold show it. A removed one is a tombstone: `body` is empty. */
export const Message = z.object({
  id: MessageId,
  roomId: RoomId,
  /** Number of its `message.posted` event in the room: the order of the timeline. */
  roomSeq: z.int(),
  seq: z.int(),
  /** `seq` of the newest event that changed it; an older event must not change it again. */
  updatedSeq: z.int(),
  author: User,
  clientMsgId: ClientMsgId,
  body: z.string(),
  ts: z.int(),
  editedTs: z.int().optional(),
  removed: z.boolean().optional(),
});
export type Message = z.infer<typeof Message>;
