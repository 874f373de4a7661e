'use client';
import type { Room } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useTimeline } from '@/features/room/chat-context';
import { othersIn } from './direct-people';
import { RoomSign } from './room-sign';
import { usePresence } from './use-presence';
import { useRoomTitle } from './use-room-title';

/** A room's name with the sign of who may come in. */
export function RoomName({ room }: { room: Room }) {
  const t = useTranslations('rooms');
  const title = useRoomTitle()(room);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <RoomSign room={room} />
      <span className="truncate">{title}</span>
      {room.kind === 'private' && <span className="sr-only">, {t('private')}</span>}
      {room.archivedTs && <span className="sr-only">, {t('archived')}</span>}
      {room.kind === 'direct' && <Present room={room} />}
    </span>
  );
}

/** Says of a conversation of two whether the other is here. */
function Present({ room }: { room: Room }) {
  const t = useTranslations('people');
  const { me } = useTimeline();
  const [other, third] = othersIn(room, me.id);
  const state = usePresence(other?.id ?? '');
  return state !== 'offline' && !third && <span className="sr-only">, {t(state)}</span>;
}
