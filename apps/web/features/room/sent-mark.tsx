'use client';
import type { OutboxEntry } from '@fourways/chat-client';
import { Check, CheckCheck, CircleHelp, Clock, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useErrorText } from './error-text';

const marks = {
  queued: { Icon: Clock, text: 'queued', look: 'text-soft animate-appear-late' },
  sending: { Icon: LoaderCircle, text: 'sending', look: 'text-soft animate-appear-late [&_svg]:animate-spin' },
  'not-confirmed': { Icon: CircleHelp, text: 'notConfirmed', look: 'text-warn' },
  sent: { Icon: Check, text: 'sent', look: 'text-soft' },
  read: { Icon: CheckCheck, text: 'sent', look: 'text-accent' },
} as const;

interface SentMarkProps {
  state: Exclude<OutboxEntry['state'], 'failed'> | 'read';
  /** Why the server lets it wait. */
  error?: OutboxEntry['error'];
  /** Of a message that was read: by whom. */
  seenBy?: string | null;
}

/**
 * How far an own message has come, in a slot that takes no height, so that arriving moves nothing. What takes less
 * than 400 ms is not worth a word. The fifth state, failed, needs more room: see FailedNote.
 */
export function SentMark({ state, error, seenBy }: SentMarkProps) {
  const t = useTranslations('message');
  const errorText = useErrorText();
  const { Icon, text, look } = marks[state];
  const words = error ? t('held', { reason: errorText(error) }) : seenBy ? t('seenBy', { names: seenBy }) : t(text);
  return (
    <span data-state={state} title={words} className={cn('mt-1 self-end pb-0.5', look)}>
      <Icon className="size-4" aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  );
}
