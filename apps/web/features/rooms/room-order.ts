import type { RoomTimeline } from '@fourways/chat-core';

interface RoomOrder {
  readonly mine: readonly RoomTimeline[];
  /** Those one may join. */
  readonly others: readonly RoomTimeline[];
}

/** Rooms as they stand in the list: the lobby first, then by name. */
export function roomOrder(rooms: readonly RoomTimeline[], locale: string): RoomOrder {
  const names = new Intl.Collator(locale, { numeric: true });
  const rank = ({ room }: RoomTimeline) => (room.kind === 'public' && room.name === 'lobby' ? 0 : 1);
  const all = rooms.toSorted((a, b) => rank(a) - rank(b) || names.compare(a.room.name, b.room.name));
  return {
    mine: all.filter(({ joined }) => joined),
    others: all.filter(({ joined, room }) => !joined && room.kind === 'public'),
  };
}
