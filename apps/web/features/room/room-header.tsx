'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { Menu as MenuIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DeliveryPill } from '@/features/delivery/delivery-pill';
import { useShowPanel } from '@/features/palette/panel';
import { RoomDialogs } from '@/features/rooms/room-dialogs';
import { RoomMenuButton } from '@/features/rooms/room-menu-button';
import { RoomName } from '@/features/rooms/room-name';
import { RoomTopic } from '@/features/rooms/room-topic';
import { PeopleButton } from './people-button';

export function RoomHeader({ room }: { room: RoomTimeline | undefined }) {
  const t = useTranslations('rooms');
  const show = useShowPanel();
  return (
    <header className="flex h-16 shrink-0 items-center gap-1.5 border-b px-2 sm:gap-2 sm:px-4">
      <Button look="ghost" size="icon" className="md:hidden" aria-label={t('open')} onClick={() => show('rooms')}>
        <MenuIcon />
      </Button>
      <div className="min-w-0 pl-1 sm:pl-2">
        <h1 className="text-base font-semibold tracking-tight">{room && <RoomName room={room.room} />}</h1>
        {room && (
          <RoomDialogs>
            <RoomTopic timeline={room} />
          </RoomDialogs>
        )}
      </div>
      {room?.joined && (
        <RoomDialogs>
          <RoomMenuButton timeline={room} />
        </RoomDialogs>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-2">
        <DeliveryPill />
        <PeopleButton />
      </div>
    </header>
  );
}
