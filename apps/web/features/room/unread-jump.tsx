'use client';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface UnreadJumpProps {
  count: number;
  onJump: () => void;
}

/** There is more to be read than is here: the way to its beginning. */
export function UnreadJump({ count, onJump }: UnreadJumpProps) {
  const t = useTranslations('room');
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute top-3 left-1/2 inline-flex h-9 -translate-x-1/2 items-center gap-1.5 rounded-full border bg-raised px-3 text-sm font-medium whitespace-nowrap shadow-float"
    >
      <ArrowUp className="size-4" />
      {t('jumpToUnread', { count })}
    </button>
  );
}
