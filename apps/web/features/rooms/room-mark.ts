import type { Unread } from '@fourways/chat-client';
import type { NotifyLevel } from '@fourways/chat-core';

/** How a room in the list says that there is something to read. */
export interface RoomMark {
  /** The name stands out. */
  readonly unread: boolean;
  /** How many messages; null where only the fact is of interest. */
  readonly count: number | null;
  readonly mentions: number;
}

const NONE: RoomMark = { unread: false, count: null, mentions: 0 };

export function roomMark({ messages, mentions }: Unread, level: NotifyLevel): RoomMark {
  if (messages === 0 || level === 'nothing' || level === 'invisible') return NONE;
  return { unread: true, count: level === 'everything' ? messages : null, mentions };
}

/** How much of that is worth a number outside of the page. */
export function awaitingIn(unread: Unread, level: NotifyLevel): number {
  const { count, mentions } = roomMark(unread, level);
  return count ?? mentions;
}
