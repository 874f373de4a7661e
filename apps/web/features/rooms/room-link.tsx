'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { useUnread } from '@/features/awareness/use-unread';
import { useTimeline } from '@/features/room/chat-context';
import { draftKey, useDraft } from '@/features/room/drafts';
import { RoomName } from './room-name';
import { useOpenRoom } from './room-path';

interface RoomLinkProps {
  timeline: RoomTimeline;
  current: boolean;
  onGo: (roomId: string) => void;
}

/** A real link, so that it opens in a new tab too; a plain click stays on the page. */
export function RoomLink({ timeline, current, onGo }: RoomLinkProps) {
  const t = useTranslations('rooms');
  const { hrefOf } = useOpenRoom();
  const { me } = useTimeline();
  const { room, joined } = timeline;
  const draft = useDraft(draftKey(me.id, room.id)).trim().length > 0;
  const unread = useUnread()(room.id).messages > 0 && !current;

  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo(room.id);
  }

  return (
    <a
      href={hrefOf(room.id)}
      onClick={follow}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'flex min-h-9 items-center justify-between gap-2 rounded-lg px-2.5 text-sm transition-colors hover:bg-ink/6',
        current ? 'bg-ink/9 font-medium' : joined ? 'text-ink/85' : 'text-soft',
        unread && 'font-semibold text-ink',
      )}
    >
      <RoomName room={room} />
      {draft && !current && <span className="text-xs font-normal text-soft italic">{t('draft')}</span>}
      {unread && (
        <span className="size-2 shrink-0 rounded-full bg-accent">
          <span className="sr-only">{t('unread')}</span>
        </span>
      )}
    </a>
  );
}
