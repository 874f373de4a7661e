'use client';
import type { ChatView, ModeMeters } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useChat } from '@/features/room/chat-context';
import { AuditCheck } from './audit-check';

const metersOf = (view: ChatView) => view.meters;
const lastGapOf = (view: ChatView) => view.lastGap;

/** What arrived here and what went wrong on the way, in all modes together; and whether the server says the same. */
export function DeliveryAudit() {
  const t = useTranslations('delivery');
  const meters = useChat(metersOf);
  const sum = (...names: (keyof Omit<ModeMeters, 'latencyMs'>)[]) =>
    MODES.flatMap((mode) => names.map((name) => meters[mode][name])).reduce((total, count) => total + count, 0);
  const lost = sum('lost');
  return (
    <section data-testid="audit" className="grid gap-2 rounded-xl bg-sunken p-3 text-sm">
      <h3 className="text-xs font-medium text-soft">{t('audit.title')}</h3>
      <p className="flex flex-wrap gap-x-3 tabular-nums">
        <span className="font-medium">{t('audit.delivered', { count: sum('events') })}</span>
        <span className={cn('font-medium', lost === 0 ? 'text-good' : 'text-danger')}>{t('lostEvents', { count: lost })}</span>
        <span className="text-soft">{t('audit.duplicates', { count: sum('duplicatesDropped') })}</span>
        <span className="text-soft">{t('audit.gaps', { count: sum('gaps', 'holes') })}</span>
      </p>
      <LastGap />
      <AuditCheck />
    </section>
  );
}

function LastGap() {
  const t = useTranslations('delivery.audit');
  const format = useFormatter();
  const gap = useChat(lastGapOf);
  if (!gap) return null;
  const time = format.dateTime(gap.at, { timeStyle: 'short' });
  return (
    <p data-testid="last-gap" data-reason={gap.reason} className="text-soft text-pretty">
      {t('lastGap', { time, reason: gap.reason })}
    </p>
  );
}
