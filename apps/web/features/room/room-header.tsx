'use client';
import type { ChatView } from '@fourways/chat-client';
import type { RoomTimeline } from '@fourways/chat-core';
import { Menu as MenuIcon, Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DeliveryPill } from '@/features/delivery/delivery-pill';
import { RoomDialogs } from '@/features/rooms/room-dialogs';
import { RoomMenuButton } from '@/features/rooms/room-menu-button';
import { RoomName } from '@/features/rooms/room-name';
import { RoomTopic } from '@/features/rooms/room-topic';
import { useChat } from './chat-context';

const presentOf = (view: ChatView) => view.presence.length;

interface RoomHeaderProps {
  room: RoomTimeline | undefined;
  peopleShown: boolean;
  onShowRooms: () => void;
  onShowPeople: () => void;
}

export function RoomHeader({ room, peopleShown, onShowRooms, onShowPeople }: RoomHeaderProps) {
  const t = useTranslations();
  const format = useFormatter();
  const present = useChat(presentOf);
  return (
    <header className="flex h-16 shrink-0 items-center gap-1.5 border-b px-2 sm:gap-2 sm:px-4">
      <Button look="ghost" size="icon" className="md:hidden" aria-label={t('rooms.open')} onClick={onShowRooms}>
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
        <Button
          look="ghost"
          size="icon"
          className="w-auto px-2 text-sm"
          aria-label={`${t('people.open')}: ${t('people.count', { count: present })}`}
          title={t('people.open')}
          aria-pressed={peopleShown}
          onClick={onShowPeople}
        >
          <Users />
          <span className="tabular-nums">{format.number(present)}</span>
        </Button>
      </div>
    </header>
  );
}
