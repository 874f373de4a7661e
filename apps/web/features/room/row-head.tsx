'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { MessageRowProps } from './message-row';
import { MessageTime } from './message-time';

/** Who and when; only spoken where the row continues the one above. */
export function RowHead({ entry, grouped, own, tag, id }: Pick<MessageRowProps, 'entry' | 'grouped' | 'tag'> & { own: boolean; id: string }) {
  const t = useTranslations();
  return (
    <div data-head className={cn('flex flex-wrap items-baseline gap-x-2', grouped && 'sr-only')}>
      <span id={`${id}-author`} className="font-semibold wrap-anywhere">
        {entry.author.name}
        {tag && (
          <span className="ml-1.5 text-xs font-normal text-soft" title={t('people.tag', { tag })}>
            {tag}
          </span>
        )}
        {own && <span className="ml-1.5 text-xs font-normal text-soft">{t('room.you')}</span>}
      </span>
      <MessageTime id={`${id}-time`} ts={entry.ts} className="text-xs text-soft" />
    </div>
  );
}
