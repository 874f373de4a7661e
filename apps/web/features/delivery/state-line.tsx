'use client';
import type { ChatView } from '@fourways/chat-client';
import { useFormatter, useTranslations } from 'next-intl';
import { useClock } from '@/components/use-clock';
import { useChat } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { StatusDot } from './delivery-pill';
import { shownStatusOf } from './shown-status';

/** Where only the mode is to blame, its own line says so; the server can be reached. */
const problemOf = (view: ChatView) => (view.setbacks.some(({ mode }) => mode === view.mode) ? null : view.problem);
const nextAttemptOf = (view: ChatView) => view.nextAttemptTs;
const switchingOf = (view: ChatView) => view.switchingTo;

/** The state in words; in trouble also why, and when the next attempt is made. */
export function StateLine() {
  const t = useTranslations();
  const errorText = useErrorText();
  const status = useChat(shownStatusOf);
  const problem = useChat(problemOf);
  const switchingTo = useChat(switchingOf);
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-2 text-sm">
      <StatusDot status={status} />
      <span className="font-medium first-letter:uppercase">{t(`status.${status}`)}</span>
      {problem && <span className="text-soft">{errorText(problem)}</span>}
      <NextAttempt />
      {switchingTo && (
        <span className="text-soft">{t('delivery.switching', { mode: t(`ways.${switchingTo}.name`) })}</span>
      )}
    </div>
  );
}

function NextAttempt() {
  const t = useTranslations('delivery');
  const format = useFormatter();
  const nextAttempt = useChat(nextAttemptOf);
  const now = useClock(1_000);
  if (nextAttempt === null) return null;
  const soon = nextAttempt - now < 1_000;
  return <span className="text-soft tabular-nums">{t('nextAttempt', { when: soon ? t('tryNow') : format.relativeTime(nextAttempt, now) })}</span>;
}
