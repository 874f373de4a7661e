'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useEffect, useSyncExternalStore } from 'react';
import { useFocused } from '@/features/awareness/use-focused';

/** How far each room was looked at while this page has been open. */
class Visits {
  private readonly seen = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private reader: string | null = null;
  /** Grows with every change, for who reads all of it. */
  version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What was there when the page was opened counts as seen. Called again it changes nothing, but for another reader. */
  begin(reader: string, rooms: Iterable<RoomTimeline>): void {
    if (this.reader === reader) return;
    this.reader = reader;
    this.seen.clear();
    for (const { room, roomSeq } of rooms) this.seen.set(room.id, roomSeq);
    this.tell();
  }

  /** Before the page is open, nothing is unread. */
  seenIn(roomId: string): number {
    return this.reader === null ? Infinity : (this.seen.get(roomId) ?? 0);
  }

  visit(roomId: string, roomSeq: number): void {
    if (roomSeq <= this.seenIn(roomId)) return;
    this.seen.set(roomId, roomSeq);
    this.tell();
  }

  private tell(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}

export const visits = new Visits();

/** Marks a room as seen up to its newest message while it is on the screen of a window that has the focus (ux C1). */
export function useVisit({ room, roomSeq }: RoomTimeline): void {
  const focused = useFocused();
  useEffect(() => {
    if (focused) visits.visit(room.id, roomSeq);
  }, [focused, room.id, roomSeq]);
}

/** Others have written here since the page was opened, or since the room was last looked at. */
export function useUnread({ room, messages }: RoomTimeline, me: string): boolean {
  const seen = useSyncExternalStore(
    visits.subscribe,
    () => visits.seenIn(room.id),
    () => Infinity,
  );
  const newest = messages.findLast(({ author }) => author.id !== me);
  return (newest?.roomSeq ?? 0) > seen;
}
