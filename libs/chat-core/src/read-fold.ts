import type { EventOf } from './event.js';
import type { ReadMark } from './reading.js';
import type { RoomTimeline } from './room-timeline.js';

/** What changes of a room's timeline. */
type Change = Partial<RoomTimeline>;

/** Whether a message is known to be a tombstone. */
type IsRemoved = (messageId: string) => boolean;

/** A message is there: one's own is read, and so is all before it; another's may mention one. */
export function postedInto(room: RoomTimeline, event: EventOf<'message.posted'>, me: string, isRemoved: IsRemoved): Change {
  const { number, author, mentions, messageId } = event.data;
  const counted = number > room.lastNumber ? { lastNumber: number } : {};
  if (author.id === me) return { ...counted, ...readUpTo(room, { number, ownAfter: 0 }, event.seq) };
  const calls = mentions?.room || mentions?.people.some(({ id }) => id === me);
  const known = number <= room.read.number || event.seq <= room.windowSeq || room.read.mentions.some((mention) => mention.messageId === messageId);
  if (!calls || known || isRemoved(messageId)) return counted;
  return { ...counted, read: { ...room.read, mentions: inOrder([...room.read.mentions, { messageId, number }]) } };
}

/** One's own arrival: what was said before is not news. */
export function arrivedIn(room: RoomTimeline, { seq, data }: EventOf<'member.joined'>): Change {
  const lastNumber = Math.max(room.lastNumber, data.lastNumber);
  return { lastNumber, ...readUpTo(room, { number: data.lastNumber, ownAfter: 0 }, seq) };
}

export function readMoved(room: RoomTimeline, event: EventOf<'read.moved'>, me: string): Change {
  const { user, number, ownAfter } = event.data;
  const mine = user.id === me ? readUpTo(room, { number, ownAfter }, event.seq) : {};
  if (event.roomSeq === undefined || number <= (room.receipts.get(user.id)?.number ?? -1)) return mine;
  return { ...mine, receipts: new Map(room.receipts).set(user.id, { user, number }) };
}

/** Unread again: the event says what lies after its place, and what has come since is kept. */
export function readReset(room: RoomTimeline, { seq, data }: EventOf<'read.reset'>, isRemoved: IsRemoved): Change {
  if (seq <= room.readSeq) return {};
  const later = room.read.mentions.filter(({ number, messageId }) => number > data.number && !data.mentions.some((mention) => mention.messageId === messageId));
  const mentions = inOrder([...data.mentions, ...later].filter(({ messageId }) => !isRemoved(messageId)));
  return { read: { ...data, mentions }, readSeq: seq };
}

/** A message that was removed mentions nobody. */
export function mentionGone(room: RoomTimeline, messageId: string): Change {
  const mentions = room.read.mentions.filter((mention) => mention.messageId !== messageId);
  return mentions.length === room.read.mentions.length ? {} : { read: { ...room.read, mentions } };
}

function readUpTo(room: RoomTimeline, place: Omit<ReadMark, 'mentions'>, seq: number): Change {
  if (seq <= room.readSeq) return {};
  return { read: { ...place, mentions: room.read.mentions.filter(({ number }) => number > place.number) }, readSeq: seq };
}

function inOrder<M extends { readonly number: number }>(mentions: readonly M[]): M[] {
  return mentions.toSorted((a, b) => a.number - b.number);
}
