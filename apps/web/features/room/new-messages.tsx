'use client';
import { ArrowDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonLook } from '@/components/ui/button';
import type { Unseen } from './unseen-of';

/** The way down, and what waits there until it is put away. Never moves the reader by itself. */
export function NewMessages({ unseen: { count, author, several }, onGo }: { unseen: Unseen; onGo: () => void }) {
  const t = useTranslations('room');
  const [putAwayAt, setPutAwayAt] = useState(0);
  const told = count > putAwayAt;
  const words = author === undefined ? t('newPill', { count }) : t(several ? 'newFromSeveral' : 'newFrom', { count, author });
  return (
    <div className="absolute bottom-3 left-1/2 flex max-w-[calc(100%-2rem)] -translate-x-1/2 animate-in items-center gap-1 rounded-full border bg-raised p-0.5 shadow-float fade-in slide-in-from-bottom-2">
      <button
        type="button"
        data-to-end
        onClick={onGo}
        aria-label={told ? undefined : t('toEnd')}
        title={t('toEnd')}
        className={buttonLook({ look: 'ghost', size: 'small', className: 'min-w-0 shrink! gap-1.5! rounded-full! text-ink!' })}
      >
        <ArrowDown className="size-4" />
        {told && <span className="truncate tabular-nums">{words}</span>}
      </button>
      {told && (
        <Button look="ghost" size="icon-small" data-put-away className="rounded-full!" aria-label={t('newPutAway')} title={t('newPutAway')} onClick={() => setPutAwayAt(count)}>
          <X />
        </Button>
      )}
    </div>
  );
}
