'use client';
import type { Room } from '@fourways/chat-core';
import { Hash, Lock, MessageCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useUnread } from '@/features/awareness/use-unread';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { useRoomSections } from '@/features/rooms/use-room-sections';
import { useRoomTitle } from '@/features/rooms/use-room-title';
import type { PaletteItem } from './palette-item';

/** One's rooms, those with news first, and then the ones to join. */
export function useRoomItems(): readonly PaletteItem[] {
  const t = useTranslations();
  const { starred, rooms, direct, hidden, toJoin } = useRoomSections();
  const titleOf = useRoomTitle();
  const { openToWrite } = useOpenRoom();
  const unread = useUnread();
  const mine = [...starred, ...rooms, ...direct, ...hidden];
  const byNews = mine.toSorted((a, b) => Number(unread(b.room.id).messages > 0) - Number(unread(a.room.id).messages > 0));
  return [...byNews, ...toJoin].map(({ room, joined }) => {
    const count = unread(room.id).messages;
    const news = count > 0 ? t('palette.unread', { count }) : undefined;
    return { value: room.id, label: titleOf(room), sign: <Sign room={room} />, hint: joined ? news : t('rooms.join'), run: () => openToWrite(room.id) };
  });
}

const signs = { public: Hash, private: Lock, direct: MessageCircle } as const;

function Sign({ room }: { room: Room }) {
  const Icon = signs[room.kind];
  return <Icon className="text-soft" aria-hidden />;
}
