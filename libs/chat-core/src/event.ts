import * as z from 'zod/mini';
import { Attachment } from './attachment.js';
import { ClientMsgId, Mentions, MessageId, Reaction, ReplyTo } from './message.js';
import { ReadMark, RoomPreference } from './reading.js';
import { Room, RoomId } from './room.js';
import { User, UserId } from './user.js';

const envelope = {
  id: z.uuid(),
  /** Place in the one total order of the log. */
  seq: z.int().check(z.positive()),
  ts: z.int(),
  actor: UserId,
  clientMsgId: z.optional(ClientMsgId),
};

/** An event that concerns a room and is for one person, or for everyone. */
const ofRoom = { ...envelope, roomId: RoomId };

/** An event for a whole room is numbered in the room without holes (PROTOCOL L3). */
const inRoom = { ...envelope, roomId: RoomId, roomSeq: z.int().check(z.positive()) };

/** The durable facts, past tense. What each carries is enough to fold it without another request. */
export const ChatEvent = z.discriminatedUnion('type', [
  z.object({ ...ofRoom, type: z.literal('room.created'), data: z.object({ room: Room }) }),
  /** Renamed, given another topic, archived or opened again. Of a public room everyone is told, so it has no `roomSeq`. */
  z.object({ ...ofRoom, roomSeq: z.optional(z.int().check(z.positive())), type: z.literal('room.changed'), data: z.object({ room: Room }) }),
  /** `lastNumber`: of the newest message then; whoever joins has read up to there. */
  z.object({ ...inRoom, type: z.literal('member.joined'), data: z.object({ room: Room, user: User, memberCount: z.int(), lastNumber: z.int() }) }),
  z.object({ ...inRoom, type: z.literal('member.left'), data: z.object({ userId: UserId, memberCount: z.int() }) }),
  z.object({
    ...inRoom,
    type: z.literal('message.posted'),
    clientMsgId: ClientMsgId,
    data: z.object({
      ...{ messageId: MessageId, number: z.int(), author: User, body: z.string() },
      ...{ replyTo: z.optional(ReplyTo), mentions: z.optional(Mentions), attachments: z.optional(z.array(Attachment)) },
    }),
  }),
  z.object({ ...inRoom, type: z.literal('message.edited'), data: z.object({ messageId: MessageId, body: z.string(), mentions: z.optional(Mentions) }) }),
  z.object({ ...inRoom, type: z.literal('message.removed'), data: z.object({ messageId: MessageId }) }),
  /** Who has reacted with this emoji from now on; nobody when `users` is empty. */
  z.object({ ...inRoom, type: z.literal('message.reacted'), data: z.object({ messageId: MessageId, ...z.omit(Reaction, { seq: true }).shape }) }),
  /** A person has read up to this number. For the whole room where members are told how far each has read, else for herself. */
  z.object({ ...ofRoom, roomSeq: z.optional(z.int().check(z.positive())), type: z.literal('read.moved'), data: z.object({ user: User, ...z.omit(ReadMark, { mentions: true }).shape }) }),
  /** A person wants to read again from the message after `number`. For herself. */
  z.object({ ...ofRoom, type: z.literal('read.reset'), data: ReadMark }),
  /** How a person wants to have a room. For herself. */
  z.object({ ...ofRoom, type: z.literal('room.preferred'), data: RoomPreference }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;

export type EventType = ChatEvent['type'];
export const EVENT_TYPES: readonly EventType[] = ChatEvent.def.options.flatMap(({ shape }) => shape.type.def.values);
export type EventOf<T extends EventType> = Extract<ChatEvent, { type: T }>;

/** Who an event is for: the members of a room, one person, or everyone. */
export const Audience = z.union([z.templateLiteral([z.enum(['room', 'user']), ':', z.uuid()]), z.literal('all')]);
export type Audience = z.infer<typeof Audience>;

/** An event with its audience, as the log keeps it. The audience never goes over the wire. */
export interface LogRecord {
  readonly audience: Audience;
  readonly event: ChatEvent;
}
