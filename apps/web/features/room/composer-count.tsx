'use client';
import { LIMITS } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';

const FEW = 100;

/** Speaks up in the last tenth. What is too long is kept; it only cannot be sent. */
export function ComposerCount({ id, left }: { id: string; left: number }) {
  const t = useTranslations('composer');
  const stage = stageOf(left);
  // Seen at every key, and heard when it begins, when little is left, and when it is over.
  const [heard, setHeard] = useState({ stage, left });
  if (heard.stage !== stage) setHeard({ stage, left });
  const say = (count: number) => (count < 0 ? t('over', { count: -count }) : t('left', { count }));
  return (
    <>
      <span id={id} className={cn('basis-full pr-2 text-right text-xs leading-none tabular-nums not-empty:py-1', left < 0 ? 'text-danger' : 'text-soft')}>
        {stage !== 'far' && say(left)}
      </span>
      <span role="status" className="sr-only">
        {heard.stage !== 'far' && say(heard.left)}
      </span>
    </>
  );
}

function stageOf(left: number): 'far' | 'near' | 'few' | 'over' {
  if (left > LIMITS.bodyChars / 10) return 'far';
  if (left > FEW) return 'near';
  return left < 0 ? 'over' : 'few';
}
