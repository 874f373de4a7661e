'use client';
import type { Room } from '@fourways/chat-core';
import { Archive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useTimeline } from '@/features/room/chat-context';
import { RoomDialogs, useRoomDialogs } from './room-dialogs';

/** Stands where one would write. */
export function ArchivedBanner({ room }: { room: Room }) {
  const t = useTranslations('roomDetails');
  const { me } = useTimeline();
  return (
    <div className="mx-3 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-2xl border bg-sunken px-4 py-3 text-sm sm:mx-5">
      <Archive className="size-4 shrink-0 text-soft" aria-hidden />
      <p className="min-w-0 flex-1 text-pretty">{t('archivedBanner')}</p>
      {room.ownerId === me.id && (
        <RoomDialogs>
          <Reopen roomId={room.id} />
        </RoomDialogs>
      )}
    </div>
  );
}

function Reopen({ roomId }: { roomId: string }) {
  const t = useTranslations('roomDetails');
  const show = useRoomDialogs();
  return (
    <Button look="outline" size="small" onClick={() => show('archive', roomId)}>
      {t('reopen')}
    </Button>
  );
}
