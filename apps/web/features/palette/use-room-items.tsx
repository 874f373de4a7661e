'use client';
import type { Room } from '@fourways/chat-core';
import { Hash, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useUnread } from '@/features/awareness/use-unread';
import { useTimeline } from '@/features/room/chat-context';
import { roomOrder } from '@/features/rooms/room-order';
import { useOpenRoom } from '@/features/rooms/room-path';
import type { PaletteItem } from './palette-item';

/** One's rooms, those with news first, and then the ones to join. */
export function useRoomItems(): readonly PaletteItem[] {
  const t = useTranslations();
  const { rooms } = useTimeline();
  const unreadIn = useUnread();
  const { mine, others } = roomOrder([...rooms.values()], useLocale());
  const { open } = useOpenRoom();
  const unread = (roomId: string) => unreadIn(roomId).messages;
  const byNews = mine.toSorted((a, b) => Number(unread(b.room.id) > 0) - Number(unread(a.room.id) > 0));
  return [...byNews, ...others].map(({ room, joined }) => {
    const count = unread(room.id);
    const news = count > 0 ? t('palette.unread', { count }) : undefined;
    return { value: room.id, label: room.name, sign: <Sign room={room} />, hint: joined ? news : t('rooms.join'), run: () => open(room.id) };
  });
}

function Sign({ room }: { room: Room }) {
  const Icon = room.kind === 'private' ? Lock : Hash;
  return <Icon className="text-soft" aria-hidden />;
}
