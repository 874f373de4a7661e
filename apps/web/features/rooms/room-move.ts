import type { RoomTimeline } from '@fourways/chat-core';

interface Place {
  readonly roomId: string;
  readonly position: number;
}

/**
 * The places to be changed so that a room stands one further up or down in its section. Rooms without a place of their
 * own stand behind all that have one, so everything above the moved one is given its place, too.
 */
export function placesAfterMove(section: readonly RoomTimeline[], roomId: string, step: -1 | 1): readonly Place[] {
  const from = section.findIndex(({ room }) => room.id === roomId);
  const to = from + step;
  if (from < 0 || !section[to]) return [];
  const order = section.toSpliced(from, 1).toSpliced(to, 0, section[from]!);
  const last = Math.max(from, to, order.findLastIndex(({ preference }) => preference.position !== null));
  return order.flatMap(({ room, preference }, position) => (position <= last && preference.position !== position ? [{ roomId: room.id, position }] : []));
}
