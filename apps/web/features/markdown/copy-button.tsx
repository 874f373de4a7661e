'use client';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { copyText } from '@/components/copy-text';
import { Button } from '@/components/ui/button';

const SHOWN_MS = 2_000;
const icons = { idle: Copy, copied: Check, failed: TriangleAlert };

/** Copies a block of code, and says so for the eye and for the ear. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations('markdown');
  const [state, setState] = useState<keyof typeof icons>('idle');
  const Icon = icons[state];

  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <div className="absolute top-2 right-2 flex items-center gap-1 rounded-lg bg-raised opacity-0 select-none group-focus-within/code:opacity-100 group-hover/code:opacity-100 touch:opacity-100">
      <span role="status" className="text-xs text-soft not-empty:pl-2">
        {state === 'copied' && t('copied')}
        {state === 'failed' && t('copyFailed')}
      </span>
      <Button
        look="ghost"
        size="icon-small"
        aria-label={t('copy')}
        title={t('copy')}
        onClick={() => void copyText(text).then((copied) => setState(copied ? 'copied' : 'failed'))}
      >
        <Icon />
      </Button>
    </div>
  );
}
