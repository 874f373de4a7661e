'use client';
import type { OutboxEntry } from '@fourways/chat-client';
import { Check, CircleHelp, Clock, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

const marks = {
  queued: { Icon: Clock, text: 'queued', look: 'animate-appear-late' },
  sending: { Icon: LoaderCircle, text: 'sending', look: 'animate-appear-late [&_svg]:animate-spin' },
  'not-confirmed': { Icon: CircleHelp, text: 'notConfirmed', look: 'text-warn' },
  sent: { Icon: Check, text: 'sent', look: '' },
} as const;

/**
 * How far an own message has come, in a slot that takes no height, so that arriving moves nothing. What takes less
 * than 400 ms is not worth a word. The fifth state, failed, needs more room: see FailedNote.
 */
export function SentMark({ state }: { state: Exclude<OutboxEntry['state'], 'failed'> | 'sent' }) {
  const t = useTranslations('message');
  const { Icon, text, look } = marks[state];
  return (
    <span data-state={state} title={t(text)} className={cn('mt-1 self-end pb-0.5 text-soft', look)}>
      <Icon className="size-4" aria-hidden />
      <span className="sr-only">{t(text)}</span>
    </span>
  );
}
