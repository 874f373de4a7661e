import { describe, expect, it } from '@jest/globals';
import { type Message, newRoom, type Room, type RoomPreference, type RoomTimeline } from '@fourways/chat-core';
import { placesAfterMove } from './room-move';
import { roomSections, type RoomSections } from './room-sections';

interface Shape extends Partial<RoomPreference>, Partial<Pick<Room, 'kind' | 'archivedTs'>> {
  joined?: boolean;
  spokeTs?: number;
}

function room(name: string, { kind = 'public', archivedTs, joined = true, spokeTs, ...preference }: Shape = {}): RoomTimeline {
  const timeline = newRoom({ id: name, name: kind === 'direct' ? '' : name, kind, createdTs: 0, ...(archivedTs && { archivedTs }) }, 1);
  const messages = spokeTs === undefined ? [] : [{ ts: spokeTs } as Message];
  return { ...timeline, joined, messages, preference: { ...timeline.preference, ...preference } };
}

const ids = (rooms: readonly RoomTimeline[]) => rooms.map(({ room: { id } }) => id);
const listed = (...rooms: RoomTimeline[]) => Object.fromEntries(Object.entries(roomSections(rooms, 'en')).map(([name, each]) => [name, ids(each)])) as Record<keyof RoomSections, string[]>;

describe('the room list', () => {
  it('[I3] puts each room into one section, as she wants to have it', () => {
    const sections = listed(
      room('open'),
      room('closed', { kind: 'private' }),
      room('liked', { starred: true }),
      room('ann', { kind: 'direct' }),
      room('bob', { kind: 'direct', starred: true }),
      room('noise', { level: 'invisible', starred: true }),
      room('elsewhere', { joined: false }),
    );
    expect(sections).toEqual({ starred: ['liked', 'bob'], rooms: ['closed', 'open'], direct: ['ann'], hidden: ['noise'], toJoin: ['elsewhere'] });
  });

  it('offers to join neither private nor archived rooms', () => {
    expect(listed(room('old', { joined: false, archivedTs: 1 }), room('closed', { joined: false, kind: 'private' })).toJoin).toEqual([]);
  });

  it('begins with the lobby, goes on by name with numbers as numbers, and ends with archived rooms', () => {
    expect(listed(room('room 10'), room('archive', { archivedTs: 1 }), room('room 9'), room('Art'), room('lobby')).rooms).toEqual(['lobby', 'Art', 'room 9', 'room 10', 'archive']);
  });

  it('has the people first who spoke last', () => {
    const direct = (name: string, spokeTs?: number) => room(name, { kind: 'direct', ...(spokeTs && { spokeTs }) });
    expect(listed(direct('silent'), direct('early', 1), direct('late', 2)).direct).toEqual(['late', 'early', 'silent']);
  });

  it('[I3] keeps her own order before all of that', () => {
    expect(listed(room('lobby'), room('a'), room('z', { position: 0 }), room('y', { position: 1 })).rooms).toEqual(['z', 'y', 'lobby', 'a']);
  });
});

describe('moving a room in the list', () => {
  const moved = (section: readonly RoomTimeline[], id: string, step: -1 | 1) => {
    const places = new Map(placesAfterMove(section, id, step).map(({ roomId, position }) => [roomId, position]));
    return roomSections(
      section.map((each) => (places.has(each.room.id) ? { ...each, preference: { ...each.preference, position: places.get(each.room.id)! } } : each)),
      'en',
    ).rooms;
  };

  it('[I3] swaps it with its neighbour, wherever it stands, and again and again', () => {
    let section = roomSections(['a', 'b', 'c', 'd'].map((name) => room(name)), 'en').rooms;
    section = moved(section, 'c', -1);
    expect(ids(section)).toEqual(['a', 'c', 'b', 'd']);
    section = moved(section, 'c', -1);
    expect(ids(section)).toEqual(['c', 'a', 'b', 'd']);
    section = moved(section, 'a', 1);
    expect(ids(section)).toEqual(['c', 'b', 'a', 'd']);
    section = moved(section, 'a', 1);
    expect(ids(section)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('asks for no more than changes, and for nothing at the ends', () => {
    const section = ['a', 'b', 'c'].map((name, position) => room(name, { position }));
    expect(placesAfterMove(section, 'b', 1)).toEqual([
      { roomId: 'c', position: 1 },
      { roomId: 'b', position: 2 },
    ]);
    expect(placesAfterMove(section, 'a', -1)).toEqual([]);
    expect(placesAfterMove(section, 'c', 1)).toEqual([]);
    expect(placesAfterMove(section, 'gone', 1)).toEqual([]);
  });
});
