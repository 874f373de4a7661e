'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonLook } from '@/components/ui/button';
import { PopupButton } from '@/components/ui/popup-button';
import { LazyRoomMenu } from './lazy-room-menu';

/** Opens what one can do with a room one is in. */
export function RoomMenuButton({ timeline }: { timeline: RoomTimeline }) {
  const t = useTranslations('rooms');
  return (
    <PopupButton kind="menu" label={t('options')} popup={LazyRoomMenu} about={{ timeline }} className={buttonLook({ look: 'ghost', size: 'icon' })}>
      <Ellipsis />
    </PopupButton>
  );
}
