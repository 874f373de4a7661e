'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useEffect, useState, useSyncExternalStore } from 'react';

/** How far each room was on the screen while this page has been open. */
class Visits {
  private readonly seen = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  seenIn(roomId: string): number {
    return this.seen.get(roomId) ?? 0;
  }

  visit(roomId: string, roomSeq: number): void {
    if (roomSeq <= this.seenIn(roomId)) return;
    this.seen.set(roomId, roomSeq);
    for (const listener of this.listeners) listener();
  }
}

const visits = new Visits();

/** Marks a room as seen up to its newest message while it is on the screen. */
export function useVisit({ room, roomSeq }: RoomTimeline): void {
  useEffect(() => visits.visit(room.id, roomSeq), [room.id, roomSeq]);
}

/** Others have written here since the page was opened, or since the room was last on the screen. */
export function useUnread({ room, messages, roomSeq }: RoomTimeline, me: string): boolean {
  const [opened] = useState(roomSeq);
  const seen = useSyncExternalStore(
    visits.subscribe,
    () => visits.seenIn(room.id),
    () => 0,
  );
  const newest = messages.findLast(({ author }) => author.id !== me);
  return (newest?.roomSeq ?? 0) > Math.max(seen, opened);
}
