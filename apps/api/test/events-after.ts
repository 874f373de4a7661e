import { type ChatEvent, Frame, type Timeline } from '@fourways/chat-core';

/** Every event that a person may see after a cursor, read by plain requests, without our client. */
export async function eventsAfter(url: string, cookie: string, cursor: string): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for (;;) {
    const response = await fetch(`${url}/api/poll?cursor=${cursor}`, { headers: { cookie } });
    const frame = Frame.parse(await response.json());
    events.push(...frame.events);
    if (frame.upToDate) return events;
    cursor = frame.next;
  }
}

/** A timeline without its maps, to be compared. */
export function plain({ me, rooms, changes }: Timeline): object {
  const byId = [...rooms.values()].sort((a, b) => a.room.id.localeCompare(b.room.id));
  return { me, rooms: byId, changes: [...changes].sort() };
}
