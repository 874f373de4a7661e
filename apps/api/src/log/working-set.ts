import type { ChatEvent, EventDraft, LogRecord, ReadMark } from '@fourways/chat-core';
import type { NewSession } from './decision.js';
import { EventApplication } from './event-application.js';
import type { AttachmentRow, MembershipRow, MentionRow, MessageRow, ReactionRow, RoomRow, SubscriptionRow } from './rows.js';

/** A message posted earlier under the same `clientMsgId`, with the event that recorded it. */
export interface Posted {
  readonly record: LogRecord;
  readonly bodyHash: string;
}

/**
 * The rows that a batch of commands reads, kept current while the batch is decided: a command sees what its neighbours
 * before it have done. Rows change only by applying events, so state and log cannot disagree (PROTOCOL W4).
 */
export class WorkingSet {
  readonly rooms = new Map<string, RoomRow>();
  /** By `directKey`. */
  readonly directs = new Map<string, RoomRow>();
  readonly messages = new Map<string, MessageRow>();
  readonly attachments = new Map<string, AttachmentRow>();
  readonly users = new Map<string, { id: string; name: string }>();
  readonly takenNames = new Set<string>();
  readonly records: LogRecord[] = [];
  readonly sessions: NewSession[] = [];
  readonly dirty = {
    rooms: new Set<RoomRow>(),
    memberships: new Set<MembershipRow>(),
    messages: new Set<MessageRow>(),
    subscriptions: new Set<SubscriptionRow>(),
    reactions: new Set<ReactionRow>(),
    attachments: new Set<AttachmentRow>(),
    /** New ones. */
    mentions: new Set<MentionRow>(),
    /** Removed messages: they mention nobody and show nothing any more. */
    silenced: new Set<string>(),
  };
  private readonly memberships = new Map<string, MembershipRow>();
  private readonly subscriptions = new Map<string, SubscriptionRow>();
  private readonly reactions = new Map<string, ReactionRow>();
  private readonly posts = new Map<string, Posted>();
  private readonly marks = new Map<string, ReadMark>();
  private readonly application = new EventApplication(this);

  constructor(
    readonly epoch: string,
    public head: number,
  ) {}

  /** The current stay of a person in a room. */
  stay(roomId: string, userId: string): MembershipRow | undefined {
    const row = this.memberships.get(keyOf(roomId, userId));
    return row?.leftSeq === null ? row : undefined;
  }

  subscription(roomId: string, userId: string): SubscriptionRow | undefined {
    return this.subscriptions.get(keyOf(roomId, userId));
  }

  reaction(messageId: string, emoji: string): ReactionRow | undefined {
    return this.reactions.get(keyOf(messageId, emoji));
  }

  /** Those that nobody has left as well. */
  reactionsTo(messageId: string): ReactionRow[] {
    return [...this.reactions.values()].filter((row) => row.messageId === messageId);
  }

  posted(authorId: string, clientMsgId: string): Posted | undefined {
    return this.posts.get(keyOf(authorId, clientMsgId));
  }

  /** What lies after a place in a room for a person, as was asked for by `Needs.after`. */
  after(roomId: string, userId: string, number: number): ReadMark {
    const stored = this.marks.get(`${keyOf(roomId, userId)}:${number}`) ?? { number, ownAfter: 0, mentions: [] };
    return this.records.reduce((mark, { event }) => (event.roomId === roomId ? withEvent(mark, event, userId) : mark), stored);
  }

  addMembership(row: MembershipRow): void {
    this.memberships.set(keyOf(row.roomId, row.userId), row);
  }

  addSubscription(row: SubscriptionRow): void {
    this.subscriptions.set(keyOf(row.roomId, row.userId), row);
  }

  addReaction(row: ReactionRow): void {
    this.reactions.set(keyOf(row.messageId, row.emoji), row);
  }

  addPosted(authorId: string, clientMsgId: string, posted: Posted): void {
    this.posts.set(keyOf(authorId, clientMsgId), posted);
  }

  addMark(roomId: string, userId: string, mark: ReadMark): void {
    this.marks.set(`${keyOf(roomId, userId)}:${mark.number}`, mark);
  }

  addSession(session: NewSession): void {
    this.sessions.push(session);
    this.users.set(session.user.id, session.user);
  }

  /** Numbers the events and applies them to the rows. */
  append(drafts: readonly EventDraft[]): LogRecord[] {
    return drafts.map((draft) => {
      const record = this.number(draft);
      this.records.push(record);
      this.application.apply(record);
      return record;
    });
  }

  private number({ audience, event }: EventDraft): LogRecord {
    const numbered: Record<string, unknown> = { ...event, seq: ++this.head };
    if (audience.startsWith('room:')) numbered['roomSeq'] = this.nextRoomSeq(audience.slice(5));
    return { audience, event: numbered as ChatEvent };
  }

  private nextRoomSeq(roomId: string): number {
    const room = this.rooms.get(roomId);
    if (!room) throw new Error(`Event for room ${roomId}, which the command did not ask to see`);
    this.dirty.rooms.add(room);
    return ++room.roomSeq;
  }
}

/** The mark after an event of the same batch, which the tables do not show yet. */
function withEvent(mark: ReadMark, event: ChatEvent, userId: string): ReadMark {
  if (event.type === 'message.removed') return { ...mark, mentions: mark.mentions.filter(({ messageId }) => messageId !== event.data.messageId) };
  if (event.type !== 'message.posted' || event.data.number <= mark.number) return mark;
  const { author, mentions, messageId, number } = event.data;
  if (author.id === userId) return { ...mark, ownAfter: mark.ownAfter + 1 };
  const calls = mentions?.room || mentions?.people.some(({ id }) => id === userId);
  return calls ? { ...mark, mentions: [...mark.mentions, { messageId, number }] } : mark;
}

function keyOf(one: string, other: string): string {
  return `${one}:${other}`;
}

