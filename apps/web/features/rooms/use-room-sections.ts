'use client';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { useTimeline } from '@/features/room/chat-context';
import { usePending } from '@/features/undo/use-pending';
import { leaving } from './leaving';
import { roomSections, type RoomSections } from './room-sections';

/** The room list as it stands on the screen: a room that is being left is gone from it at once. */
export function useRoomSections(): RoomSections {
  const { rooms } = useTimeline();
  const locale = useLocale();
  const pending = usePending();
  return useMemo(() => roomSections([...rooms.values()].filter(({ room }) => !pending.has(leaving(room.id))), locale), [rooms, locale, pending]);
}
