'use client';
import type { Room } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useTimeline } from '@/features/room/chat-context';
import { othersIn } from './direct-people';

/** What a room goes by: its name, or in a direct room the others. */
export function useRoomTitle(): (room: Room) => string {
  const t = useTranslations('direct');
  const { me } = useTimeline();
  return useCallback(
    (room) => {
      if (room.kind !== 'direct') return room.name;
      const names = othersIn(room, me.id).map(({ name }) => name);
      return names.length === 0 ? t('notes') : names.join(', ');
    },
    [t, me.id],
  );
}
