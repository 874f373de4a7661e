'use client';
import { LIMITS } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

/** Speaks up in the last tenth. What is too long is kept; it only cannot be sent. */
export function ComposerCount({ id, left }: { id: string; left: number }) {
  const t = useTranslations('composer');
  const close = left <= LIMITS.bodyChars / 10;
  return (
    <span id={id} role="status" className={cn('basis-full pr-2 text-right text-xs leading-none tabular-nums not-empty:py-1', left < 0 ? 'text-danger' : 'text-soft')}>
      {close && (left < 0 ? t('over', { count: -left }) : t('left', { count: left }))}
    </span>
  );
}
