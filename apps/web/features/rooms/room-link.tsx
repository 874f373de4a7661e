'use client';
import { type ChatView, unreadOf } from '@fourways/chat-client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useCallback, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { useContextMenu } from '@/components/ui/use-context-menu';
import { useChat, useTimeline } from '@/features/room/chat-context';
import { draftKey, useDraft } from '@/features/room/drafts';
import { LazyRoomMenu } from './lazy-room-menu';
import { RoomBadge } from './room-badge';
import { roomMark, type RoomMark } from './room-mark';
import { RoomName } from './room-name';
import { useOpenRoom } from './use-open-room';
import { useRoomTitle } from './use-room-title';

interface RoomLinkProps {
  timeline: RoomTimeline;
  current: boolean;
  onGo: (roomId: string) => void;
}

/** A real link, so that it opens in a new tab too; a plain click stays on the page. */
export function RoomLink({ timeline, current, onGo }: RoomLinkProps) {
  const t = useTranslations('rooms');
  const title = useRoomTitle();
  const { hrefOf } = useOpenRoom();
  const { me } = useTimeline();
  const { room, joined } = timeline;
  const draft = useDraft(draftKey(me.id, room.id)).trim().length > 0;
  const mark = useMark(timeline);
  const unread = mark.unread && !current;
  const anchor = useRef<HTMLAnchorElement>(null);
  const menu = useContextMenu(LazyRoomMenu.fetch);

  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo(room.id);
  }

  return (
    <>
      <a
        ref={anchor}
        {...(joined && menu.opening)}
        data-popup-open={menu.open || undefined}
        href={hrefOf(room.id)}
        onClick={follow}
        aria-current={current ? 'page' : undefined}
        className={cn(
          'flex min-h-9 items-center justify-between gap-2 rounded-lg px-2.5 text-sm transition-colors select-none [-webkit-touch-callout:none] hover:bg-ink/6 data-popup-open:bg-ink/6',
          current && 'bg-ink/9',
          unread ? 'font-semibold text-ink' : room.archivedTs || !joined ? 'text-soft' : current ? 'font-medium' : 'text-ink/85',
        )}
      >
        <RoomName room={room} />
        <span className="flex shrink-0 items-center gap-1.5">
          {draft && !current && <span className="text-xs font-normal text-soft italic">{t('draft')}</span>}
          {unread && <RoomBadge mark={mark} />}
        </span>
      </a>
      {joined && menu.used && <LazyRoomMenu label={title(room)} timeline={timeline} anchor={anchor} at={menu.at} open={menu.open} onOpenChange={menu.change} />}
    </>
  );
}

function useMark({ room, preference }: RoomTimeline): RoomMark {
  const messages = useChat(useCallback((view: ChatView) => unreadOf(view, room.id).messages, [room.id]));
  const mentions = useChat(useCallback((view: ChatView) => unreadOf(view, room.id).mentions, [room.id]));
  return roomMark({ messages, mentions }, preference.level);
}
