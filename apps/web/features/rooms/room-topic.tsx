'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useRoomDialogs } from './room-dialogs';

/** How many are in a room and what it is about, on one line; the whole of it when pointed at, and the details by a click. */
export function RoomTopic({ timeline: { room, memberCount } }: { timeline: RoomTimeline }) {
  const t = useTranslations('rooms');
  const show = useRoomDialogs();
  const line = (
    <button type="button" onClick={() => show('details', room.id)} className="block max-w-full truncate rounded text-left text-xs text-soft hover:text-ink">
      {room.archivedTs && <>{t('archived')} · </>}
      {t('members', { count: memberCount })}
      {room.topic && <> · {room.topic}</>}
    </button>
  );
  if (!room.topic) return line;
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={line} />
      <Tooltip.Portal>
        <Tooltip.Positioner side="bottom" align="start" sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-80 rounded-lg border bg-raised px-3 py-2 text-sm text-pretty whitespace-pre-wrap shadow-float wrap-anywhere">{room.topic}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
