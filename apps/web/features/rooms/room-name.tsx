import type { Room } from '@fourways/chat-core';
import { Hash, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A room's name with the sign of who may come in. */
export function RoomName({ room }: { room: Room }) {
  const t = useTranslations('rooms');
  const Sign = room.kind === 'private' ? Lock : Hash;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Sign className="size-4 shrink-0 opacity-70" aria-hidden />
      <span className="truncate">{room.name}</span>
      {room.kind === 'private' && <span className="sr-only">, {t('private')}</span>}
    </span>
  );
}
