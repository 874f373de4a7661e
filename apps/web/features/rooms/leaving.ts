/** The key under which leaving a room can be undone. */
export function leaving(roomId: string): string {
  return `leave:${roomId}`;
}
