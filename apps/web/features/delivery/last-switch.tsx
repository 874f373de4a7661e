'use client';
import type { ChatView, SwitchReport } from '@fourways/chat-client';
import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useChat } from '@/features/room/chat-context';
import { ModeMark } from './mode-mark';
import { useSwitchText } from './use-switch-text';

const lastSwitchOf = (view: ChatView) => view.lastSwitch;

/** What the last change of mode cost, as the client counted it. */
export function LastSwitch() {
  const t = useTranslations('delivery');
  const report = useChat(lastSwitchOf);
  if (!report) return null;
  return (
    <section data-testid="last-switch" data-outcome={report.outcome} className="grid gap-1.5 rounded-xl bg-sunken p-3 text-sm">
      <h3 className="text-xs font-medium text-soft">{t('lastSwitch')}</h3>
      <FromTo report={report} />
      <Why report={report} />
      {report.outcome === 'switched' ? <Figures report={report} /> : <NotSwitched report={report} />}
    </section>
  );
}

function FromTo({ report }: { report: SwitchReport }) {
  const t = useTranslations('ways');
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
      <ModeMark mode={report.from} /> {t(`${report.from}.short`)}
      <ArrowRight className="size-4 text-soft" />
      <ModeMark mode={report.to} /> {t(`${report.to}.short`)}
    </p>
  );
}

/** A change that nobody asked for is explained. */
function Why({ report }: { report: SwitchReport }) {
  const switchText = useSwitchText();
  return report.outcome === 'switched' && report.cause !== 'chosen' && <p className="text-pretty">{switchText(report)}</p>;
}

function Figures({ report }: { report: SwitchReport }) {
  const t = useTranslations('delivery');
  const format = useFormatter();
  return (
    <p className="flex flex-wrap gap-x-3 text-soft tabular-nums">
      <span>{t('overlap', { value: format.number(Math.round(report.overlapMs)) })}</span>
      <span className={cn('font-medium', report.lost === 0 ? 'text-good' : 'text-danger')}>{t('lostEvents', { count: report.lost })}</span>
      {report.duplicatesDropped > 0 && <span>{t('dropped', { count: report.duplicatesDropped })}</span>}
      {report.holes > 0 && <span>{t('healed', { count: report.holes })}</span>}
    </p>
  );
}

function NotSwitched({ report }: { report: SwitchReport }) {
  const t = useTranslations();
  if (report.outcome === 'overtaken') return <p className="text-soft">{t('delivery.overtaken')}</p>;
  const names = { from: t(`ways.${report.from}.name`), to: t(`ways.${report.to}.name`) };
  return <p className="text-soft">{t('delivery.stayed', names)}</p>;
}
