import { z } from 'zod';
import { ChatEvent } from './event.js';
import { Cursor } from './cursor.js';
import { ClientMsgId, MessageBody, MessageId } from './message.js';
import { RoomId, RoomKind, RoomName } from './room.js';
import { UserId, UserName } from './user.js';

export const SignIn = z.object({ name: UserName });
export type SignIn = z.infer<typeof SignIn>;

export const CreateRoom = z.object({ name: RoomName, kind: RoomKind.default('public') });
export type CreateRoom = z.infer<typeof CreateRoom>;

export const AddMember = z.object({ userId: UserId });
export type AddMember = z.infer<typeof AddMember>;

export const PostMessage = z.object({ clientMsgId: ClientMsgId, body: MessageBody });
export type PostMessage = z.infer<typeof PostMessage>;

export const EditMessage = z.object({ body: MessageBody });
export type EditMessage = z.infer<typeof EditMessage>;

export const SetTyping = z.object({ typing: z.boolean() });
export type SetTyping = z.infer<typeof SetTyping>;

/** The alive beacon: renews presence on modes whose server cannot see the reader, and reports what was applied. */
export const Alive = z.object({ conn: z.string().min(1).max(64), cursor: Cursor.optional(), idle: z.boolean().optional() });
export type Alive = z.infer<typeof Alive>;

/**
 * The answer to a command: what was stored, and the log's head then. `duplicate` marks the repeated answer to a repeated
 * command. `event` is null when there was nothing to store: it was so already.
 */
export const Ack = z.object({ event: ChatEvent.nullable(), cursor: Cursor, duplicate: z.boolean().optional() });
export type Ack = z.infer<typeof Ack>;

const roomId = { roomId: RoomId };
const message = { roomId: RoomId, messageId: MessageId };

/**
 * The commands of the WebSocket, each the twin of an HTTP route and run by the same service.
 * `z.input` is what a client sends.
 */
export const Command = z.discriminatedUnion('name', [
  z.object({ name: z.literal('message.post'), data: PostMessage.extend(roomId) }),
  z.object({ name: z.literal('message.edit'), data: EditMessage.extend(message) }),
  z.object({ name: z.literal('message.remove'), data: z.object(message) }),
  z.object({ name: z.literal('room.create'), data: CreateRoom }),
  z.object({ name: z.literal('room.join'), data: z.object(roomId) }),
  z.object({ name: z.literal('room.leave'), data: z.object(roomId) }),
  z.object({ name: z.literal('room.add'), data: AddMember.extend(roomId) }),
  z.object({ name: z.literal('typing'), data: SetTyping.extend(roomId) }),
  z.object({ name: z.literal('alive'), data: Alive }),
]);
export type Command = z.infer<typeof Command>;
