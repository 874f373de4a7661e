'use client';
import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The way down, and how much waits there. Never moves the reader by itself. */
export function NewMessages({ count, onGo }: { count: number; onGo: () => void }) {
  const t = useTranslations('room');
  return (
    <button
      type="button"
      data-to-end
      onClick={onGo}
      aria-label={count > 0 ? t('newMessages', { count }) : t('toEnd')}
      className="absolute bottom-3 left-1/2 inline-flex h-9 -translate-x-1/2 animate-in items-center gap-1.5 rounded-full border bg-raised px-3 text-sm font-medium shadow-float fade-in slide-in-from-bottom-2"
    >
      <ArrowDown className="size-4" />
      {count > 0 && <span className="tabular-nums">{t('newPill', { count })}</span>}
    </button>
  );
}
