import * as z from 'zod/mini';
import { Attached } from './attachment.js';
import { ChatEvent } from './event.js';
import { Cursor } from './cursor.js';
import { Emoji } from './emoji.js';
import { LIMITS } from './limits.js';
import { ClientMsgId, MessageBody, MessageId } from './message.js';
import { RoomPreference } from './reading.js';
import { RoomId, RoomKind, RoomName, RoomTopic } from './room.js';
import { UserId, UserName } from './user.js';

export const SignIn = z.object({ name: UserName });
export type SignIn = z.infer<typeof SignIn>;

const { direct: _direct, ...created } = RoomKind.def.entries;

/** A direct room is opened for its people instead. */
export const CreateRoom = z.object({ name: RoomName, kind: z._default(z.enum(created), 'public'), topic: z.optional(RoomTopic) });
export type CreateRoom = z.infer<typeof CreateRoom>;

export const AddMember = z.object({ userId: UserId });
export type AddMember = z.infer<typeof AddMember>;

/** What is not named stays as it is. */
export const ChangeRoom = z
  .object({ name: z.optional(RoomName), topic: z.optional(RoomTopic), archived: z.optional(z.boolean()) })
  .check(z.refine((change) => Object.values(change).some((value) => value !== undefined), 'must name something to change'));
export type ChangeRoom = z.infer<typeof ChangeRoom>;

/** The others; oneself is always one of the people. Nobody else means: a room for notes to oneself. */
export const OpenDirect = z.object({ userIds: z.array(UserId).check(z.maxLength(LIMITS.directPeople - 1)) });
export type OpenDirect = z.infer<typeof OpenDirect>;

const number = z.int().check(z.nonnegative());

/** `quiet`: the others in the room are not told. */
export const MarkRead = z.object({ number, quiet: z.optional(z.boolean()) });
export type MarkRead = z.infer<typeof MarkRead>;

/** Everything after the message of this number is unread again. */
export const MarkUnread = z.object({ number });
export type MarkUnread = z.infer<typeof MarkUnread>;

/** What is not named stays as it is. */
export const PreferRoom = z.partial(RoomPreference);
export type PreferRoom = z.infer<typeof PreferRoom>;

/** Persons by their ids, and `room` for everyone in the room. Those whose `@name` is not in the text, or who are not in the room, are passed over. */
const Called = z.array(z.union([UserId, z.literal('room')])).check(z.maxLength(LIMITS.mentions));

/** The text may be empty if there are files. */
export const PostMessage = z
  .object({ clientMsgId: ClientMsgId, body: MessageBody, replyTo: z.optional(MessageId), mentions: z.optional(Called), attachments: z.optional(Attached) })
  .check(z.refine(({ body, attachments = [] }) => body.trim().length > 0 || attachments.length > 0, { path: ['body'], error: 'must not be empty' }));
export type PostMessage = z.infer<typeof PostMessage>;

/** The text may be empty if there are files. `updatedSeq`: of the message as it was when the edit was begun; refused with `edit_conflict` if it has changed since. */
export const EditMessage = z.object({ body: MessageBody, mentions: z.optional(Called), updatedSeq: z.optional(z.int()) });
export type EditMessage = z.infer<typeof EditMessage>;

/** Sets one's own reaction; setting it as it is changes nothing. */
export const React = z.object({ emoji: Emoji, on: z.boolean() });
export type React = z.infer<typeof React>;

export const SetTyping = z.object({ typing: z.boolean() });
export type SetTyping = z.infer<typeof SetTyping>;

/** The alive beacon: renews presence on modes whose server cannot see the reader, and reports what was applied. */
export const Alive = z.object({ conn: z.string().check(z.minLength(1), z.maxLength(64)), cursor: z.optional(Cursor), idle: z.optional(z.boolean()) });
export type Alive = z.infer<typeof Alive>;

/**
 * The answer to a command: what was stored, and the log's head then. `duplicate` marks the repeated answer to a repeated
 * command. `event` is null when there was nothing to store: it was so already. `roomId` names the direct room that was asked for.
 */
export const Ack = z.object({ event: z.nullable(ChatEvent), cursor: Cursor, duplicate: z.optional(z.boolean()), roomId: z.optional(RoomId) });
export type Ack = z.infer<typeof Ack>;

const roomId = { roomId: RoomId };
const message = { roomId: RoomId, messageId: MessageId };

/**
 * The commands of the WebSocket, each the twin of an HTTP route and run by the same service.
 * `z.input` is what a client sends.
 */
export const Command = z.discriminatedUnion('name', [
  z.object({ name: z.literal('message.post'), data: z.safeExtend(PostMessage, roomId) }),
  z.object({ name: z.literal('message.edit'), data: z.extend(EditMessage, message) }),
  z.object({ name: z.literal('message.remove'), data: z.object(message) }),
  z.object({ name: z.literal('message.react'), data: z.extend(React, message) }),
  z.object({ name: z.literal('room.create'), data: CreateRoom }),
  z.object({ name: z.literal('room.direct'), data: OpenDirect }),
  z.object({ name: z.literal('room.change'), data: z.safeExtend(ChangeRoom, roomId) }),
  z.object({ name: z.literal('room.join'), data: z.object(roomId) }),
  z.object({ name: z.literal('room.leave'), data: z.object(roomId) }),
  z.object({ name: z.literal('room.add'), data: z.extend(AddMember, roomId) }),
  z.object({ name: z.literal('room.read'), data: z.extend(MarkRead, roomId) }),
  z.object({ name: z.literal('room.unread'), data: z.extend(MarkUnread, roomId) }),
  z.object({ name: z.literal('room.prefer'), data: z.extend(PreferRoom, roomId) }),
  z.object({ name: z.literal('typing'), data: z.extend(SetTyping, roomId) }),
  z.object({ name: z.literal('alive'), data: Alive }),
]);
export type Command = z.infer<typeof Command>;
