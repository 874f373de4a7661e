'use client';
import { AtSign } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { RoomMark } from './room-mark';

const MOST = 999;

/** How much there is to read; mentions stand apart, in colour and with a sign of their own. */
export function RoomBadge({ mark: { unread, count, mentions } }: { mark: RoomMark }) {
  const t = useTranslations('roomList');
  const format = useFormatter();
  const short = (number: number) => (number > MOST ? `${format.number(MOST)}+` : format.number(number));
  if (!unread) return null;
  return (
    <span className="flex shrink-0 items-center gap-1 text-xs font-semibold tabular-nums" data-testid="room-badge">
      {mentions > 0 && (
        <span className="inline-flex h-5 items-center gap-px rounded-full bg-accent px-1.5 text-(--on-mode)">
          <AtSign className="size-3" aria-hidden />
          <span aria-hidden>{short(mentions)}</span>
          <span className="sr-only">, {t('mentions', { count: mentions })}</span>
        </span>
      )}
      {count !== null ? (
        <span className="inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-ink/12 px-1.5 text-ink">
          <span aria-hidden>{short(count)}</span>
          <span className="sr-only">, {t('unread', { count })}</span>
        </span>
      ) : (
        <span className="size-2 rounded-full bg-ink/70">
          <span className="sr-only">, {t('someUnread')}</span>
        </span>
      )}
    </span>
  );
}
