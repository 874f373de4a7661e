import type { RoomTimeline } from '@fourways/chat-core';

/** The room list: each room of mine stands in exactly one of the first four. */
export interface RoomSections {
  readonly starred: readonly RoomTimeline[];
  readonly rooms: readonly RoomTimeline[];
  readonly direct: readonly RoomTimeline[];
  readonly hidden: readonly RoomTimeline[];
  readonly toJoin: readonly RoomTimeline[];
}

type Section = keyof RoomSections;

export function roomSections(rooms: Iterable<RoomTimeline>, locale: string): RoomSections {
  const sections: Record<Section, RoomTimeline[]> = { starred: [], rooms: [], direct: [], hidden: [], toJoin: [] };
  for (const room of [...rooms].sort(listOrder(locale))) {
    const section = sectionOf(room);
    if (section) sections[section].push(room);
  }
  return sections;
}

function sectionOf({ room, joined, preference }: RoomTimeline): Section | undefined {
  if (!joined) return room.kind === 'public' && !room.archivedTs ? 'toJoin' : undefined;
  if (preference.level === 'invisible') return 'hidden';
  if (preference.starred) return 'starred';
  return room.kind === 'direct' ? 'direct' : 'rooms';
}

/** One's own order first; then the lobby, rooms by their names, archived ones, and people by who spoke last. */
function listOrder(locale: string): (a: RoomTimeline, b: RoomTimeline) => number {
  const names = new Intl.Collator(locale, { numeric: true });
  return (a, b) =>
    placeOf(a) - placeOf(b) || rank(a) - rank(b) || newestTs(b) - newestTs(a) || names.compare(a.room.name, b.room.name);
}

function rank({ room }: RoomTimeline): number {
  if (room.kind === 'direct') return 3;
  if (room.archivedTs) return 2;
  return room.kind === 'public' && room.name === 'lobby' ? 0 : 1;
}

/** Rooms with a name do not jump when somebody speaks. */
function newestTs({ room, messages }: RoomTimeline): number {
  return room.kind === 'direct' ? (messages.at(-1)?.ts ?? room.createdTs) : 0;
}

/** Finite, lest two rooms without a place compare as not a number. */
function placeOf({ preference }: RoomTimeline): number {
  return preference.position ?? Number.MAX_VALUE;
}
