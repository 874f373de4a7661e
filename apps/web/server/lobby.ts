import type { Snapshot } from '@fourways/chat-core';

/** Where everyone starts: the room named "lobby", else the first one there is. */
export function lobbyOf(snapshot: Snapshot): string | undefined {
  const rooms = snapshot.rooms.map((view) => view.room);
  return (rooms.find((room) => room.kind === 'public' && room.name === 'lobby') ?? rooms[0])?.id;
}
