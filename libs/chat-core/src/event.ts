import { z } from 'zod';
import { ClientMsgId, MessageId } from './message.js';
import { Room, RoomId } from './room.js';
import { User, UserId } from './user.js';

const envelope = {
  id: z.uuid(),
  /** Place in the one total order of the log. */
  seq: z.int().positive(),
  ts: z.int(),
  actor: UserId,
  clientMsgId: ClientMsgId.optional(),
};

/** An event for a whole room is numbered in the room without holes (PROTOCOL L3). */
const inRoom = { ...envelope, roomId: RoomId, roomSeq: z.int().positive() };

/** The durable facts, past tense. What each carries is enough to fold it without another request. */
export const ChatEvent = z.discriminatedUnion('type', [
  z.object({ ...envelope, type: z.literal('room.created'), roomId: RoomId, data: z.object({ room: Room }) }),
  z.object({ ...inRoom, type: z.literal('member.joined'), data: z.object({ room: Room, user: User, memberCount: z.int() }) }),
  z.object({ ...inRoom, type: z.literal('member.left'), data: z.object({ userId: UserId, memberCount: z.int() }) }),
  z.object({
    ...inRoom,
    type: z.literal('message.posted'),
    clientMsgId: ClientMsgId,
    data: z.object({ messageId: MessageId, author: User, body: z.string() }),
  }),
  z.object({ ...inRoom, type: z.literal('message.edited'), data: z.object({ messageId: MessageId, body: z.string() }) }),
  z.object({ ...inRoom, type: z.literal('message.removed'), data: z.object({ messageId: MessageId }) }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;

export type EventType = ChatEvent['type'];
export type EventOf<T extends EventType> = Extract<ChatEvent, { type: T }>;

/** Who an event is for: the members of a room, one person, or everyone. */
export const Audience = z.templateLiteral([z.enum(['room', 'user']), ':', z.uuid()]).or(z.literal('all'));
export type Audience = z.infer<typeof Audience>;

/** An event with its audience, as the log keeps it. The audience never goes over the wire. */
export interface LogRecord {
  readonly audience: Audience;
  readonly event: ChatEvent;
}
