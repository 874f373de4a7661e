'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { lazily } from '@/components/lazily';
import { useTip } from '@/components/ui/use-tip';
import { useRoomDialogs } from './room-dialogs';

const Tip = lazily(() => import('@/components/ui/tip').then((module) => module.Tip));

/** How many are in a room and what it is about, on one line; the whole of it when pointed at, and the details by a click. */
export function RoomTopic({ timeline: { room, memberCount } }: { timeline: RoomTimeline }) {
  const t = useTranslations('rooms');
  const show = useRoomDialogs();
  const line = useRef<HTMLButtonElement>(null);
  const tip = useTip(Tip.fetch);

  function showDetails() {
    tip.change(false);
    show('details', room.id);
  }

  return (
    <>
      <button ref={line} type="button" {...tip.opening} onClick={showDetails} className="block max-w-full truncate rounded text-left text-xs text-soft hover:text-ink">
        {room.archivedTs && <>{t('archived')} · </>}
        {t('members', { count: memberCount })}
        {room.topic && <> · {room.topic}</>}
      </button>
      {room.topic && tip.used && (
        <Tip anchor={line} open={tip.open} onOpenChange={tip.change} onStay={tip.stay}>
          {room.topic}
        </Tip>
      )}
    </>
  );
}
