import type { RoomTimeline } from '@fourways/chat-core';

/** Where one goes when a room is left: to the lobby, else to any other room of one's own. */
export function homeRoom(rooms: Iterable<RoomTimeline>, except: string): string | undefined {
  const others = [...rooms].filter(({ room, joined }) => joined && room.id !== except);
  const lobby = others.find(({ room }) => room.kind === 'public' && room.name === 'lobby');
  return (lobby ?? others[0])?.room.id;
}
