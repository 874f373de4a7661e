'use client';
import { messageText } from '@fourways/chat-core';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { useTimeline } from '@/features/room/chat-context';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { useRoomLabel } from '@/features/rooms/use-room-label';
import { FoundText } from '@/features/search/found-text';
import { type Hit, useSearch } from '@/features/search/use-search';
import type { PaletteItem } from './palette-item';

/** One letter says nothing about messages. */
const FEWEST_LETTERS = 2;
const MOST = 5;

interface MessageItems {
  readonly items: readonly PaletteItem[];
  readonly busy: boolean;
  /** Why nothing can be found now. */
  readonly refusal: string | undefined;
}

/** The newest messages with what is typed, and a way to all of them. */
export function useMessageItems(typed: string, onSearch: (words: string) => void): MessageItems {
  const t = useTranslations('palette');
  const { rooms } = useTimeline();
  const { openToWrite } = useOpenRoom();
  const roomLabel = useRoomLabel();
  const { found, hasMore, busy, refusal } = useSearch(typed.trim().length < FEWEST_LETTERS ? '' : typed, undefined);

  function itemOf({ message, words }: Hit): PaletteItem {
    const room = rooms.get(message.roomId)?.room;
    return {
      value: message.id,
      label: messageText(message),
      shown: <FoundText message={message} words={words} oneLine />,
      sign: <Avatar user={message.author} size="small" />,
      hint: room && roomLabel(room),
      run: () => openToWrite(message.roomId, message.id),
    };
  }

  const all = { value: 'search', label: t('allMessages'), sign: <Search />, run: () => onSearch(typed) };
  const items = found.slice(0, MOST).map(itemOf);
  return { items: hasMore || found.length > MOST ? [...items, all] : items, busy, refusal };
}
