/** The next room in this direction that has something unread, round and round; null when there is none but this one. */
export function nextUnread(order: readonly string[], current: string, isUnread: (roomId: string) => boolean, step: 1 | -1): string | null {
  const here = order.indexOf(current);
  const count = order.length;
  for (let distance = 1; distance <= count; distance++) {
    const start = here < 0 && step < 0 ? 0 : here;
    const roomId = order[(((start + step * distance) % count) + count) % count]!;
    if (roomId !== current && isUnread(roomId)) return roomId;
  }
  return null;
}
