'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { useTimeline } from '@/features/room/chat-context';
import { visits } from '@/features/rooms/visits';
import { countOf, levelOf, unreadOf } from './attention';
import { useFocused } from './use-focused';

/** How much awaits the reader in all rooms; what arrives under her eyes does not. */
export function useAwaiting(roomId: string): number {
  const { rooms, me } = useTimeline();
  const focused = useFocused();
  const version = useSyncExternalStore(
    visits.subscribe,
    () => visits.version,
    () => 0,
  );
  return useMemo(() => {
    const elsewhere = [...rooms.values()].filter(({ room }) => !focused || room.id !== roomId);
    return elsewhere.reduce((sum, timeline) => sum + countOf(unreadOf(timeline, me, visits.seenIn(timeline.room.id)), levelOf(timeline)), 0);
    // `version` stands for all that is seen.
  }, [rooms, me, focused, roomId, version]);
}
