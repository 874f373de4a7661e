'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useTimeline } from '@/features/room/chat-context';
import { CreateRoomDialog } from './create-room-dialog';
import { RoomLink } from './room-link';
import { roomOrder } from './room-order';
import { useOpenRoom, useRoomId } from './room-path';

/** The rooms one is in, and the public ones one may join. */
export function RoomList({ onGo }: { onGo?: () => void }) {
  const t = useTranslations('rooms');
  const { rooms } = useTimeline();
  const locale = useLocale();
  const current = useRoomId();
  const { open } = useOpenRoom();
  const id = useId();
  const [creating, setCreating] = useState(false);
  const { mine, others } = useMemo(() => roomOrder([...rooms.values()], locale), [rooms, locale]);

  function go(roomId: string) {
    open(roomId);
    onGo?.();
  }

  return (
    <nav aria-label={t('nav')} className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-2 py-2">
      <section aria-labelledby={`${id}-mine`}>
        <div className="flex items-center justify-between pr-1 pb-1 pl-2.5">
          <h2 id={`${id}-mine`} className="text-xs font-medium text-soft">
            {t('mine')}
          </h2>
          <Button look="ghost" size="icon-small" aria-label={t('create')} title={t('create')} onClick={() => setCreating(true)}>
            <Plus />
          </Button>
        </div>
        <Rooms rooms={mine} current={current} onGo={go} />
      </section>
      {others.length > 0 && (
        <section aria-labelledby={`${id}-others`}>
          <h2 id={`${id}-others`} className="px-2.5 pb-1.5 text-xs font-medium text-soft">
            {t('others')}
          </h2>
          <Rooms rooms={others} current={current} onGo={go} />
        </section>
      )}
      <CreateRoomDialog open={creating} onOpenChange={setCreating} onCreated={go} />
    </nav>
  );
}

interface RoomsProps {
  rooms: readonly RoomTimeline[];
  current: string;
  onGo: (roomId: string) => void;
}

function Rooms({ rooms, current, onGo }: RoomsProps) {
  return (
    <ul className="grid gap-px">
      {rooms.map((room) => (
        <li key={room.room.id}>
          <RoomLink timeline={room} current={room.room.id === current} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}
