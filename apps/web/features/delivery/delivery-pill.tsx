'use client';
import type { ChatView } from '@fourways/chat-client';
import { useFormatter, useTranslations } from 'next-intl';
import { lazily } from '@/components/lazily';
import { cn } from '@/components/ui/cn';
import { PopupButton } from '@/components/ui/popup-button';
import { useChat } from '@/features/room/chat-context';
import { ModeMark } from './mode-mark';
import { type ShownStatus, shownStatusOf } from './shown-status';

const DeliveryPanel = lazily(() => import('./delivery-panel').then((module) => module.DeliveryPanel));

const choiceOf = (view: ChatView) => view.choice;
const statusOf = (view: ChatView) => view.status;
const modeOf = (view: ChatView) => view.mode;
/** An old measurement says nothing about a line that is down. */
const latencyOf = (view: ChatView) => (view.status === 'in-sync' ? view.meters[view.mode].latencyMs.last : null);

/** Which way delivers now, how fast, and whether everything is here. A click opens the switch. */
export function DeliveryPill() {
  const t = useTranslations();
  const format = useFormatter();
  const mode = useChat(modeOf);
  const choice = useChat(choiceOf);
  const auto = choice === 'auto';
  const status = useChat(statusOf);
  const shown = useChat(shownStatusOf);
  const latencyMs = useChat(latencyOf);
  const latency = latencyMs === null ? null : t('delivery.ms', { value: format.number(Math.max(0, Math.round(latencyMs))) });
  const name = t(`ways.${mode}.name`);
  const words = { mode: auto ? t('delivery.byAuto', { mode: name }) : name, status: t(`status.${shown}`) };
  const label = latency === null ? t('delivery.pill', words) : t('delivery.pillWithLatency', { ...words, latency });
  return (
    <PopupButton
      kind="dialog"
      label={label}
      popup={DeliveryPanel}
      about={{}}
      data-testid="delivery-pill"
      data-mode={mode}
      data-choice={choice}
      data-status={status}
      className="inline-flex h-9 min-w-0 items-center gap-2 rounded-full border bg-raised py-1 pr-3 pl-2 text-sm whitespace-nowrap transition-colors hover:bg-hover data-popup-open:bg-hover"
    >
      <ModeMark mode={mode} />
      <span className={cn('hidden max-w-28 truncate font-medium', auto ? 'sm:inline' : 'min-[22.5rem]:inline')}>{t(`ways.${mode}.short`)}</span>
      {auto && <span className="hidden rounded-md border px-1 text-[0.6875rem] leading-4 text-soft min-[22.5rem]:inline">{t('ways.auto.short')}</span>}
      {latency && <span className="hidden text-soft tabular-nums sm:inline">{latency}</span>}
      <StatusDot status={shown} />
      <span className="hidden text-soft lg:inline">{words.status}</span>
    </PopupButton>
  );
}

const dots: Record<ShownStatus, string> = {
  idle: 'border-2 border-soft animate-pulse',
  connecting: 'border-2 border-soft animate-pulse',
  'in-sync': 'bg-good',
  degraded: 'rounded-xs! bg-warn',
  'catching-up': 'bg-warn animate-pulse',
  offline: 'rounded-none! rotate-45 bg-danger',
  'signed-out': 'border-2 border-danger',
  closed: 'border-2 border-danger',
};

export function StatusDot({ status }: { status: ShownStatus }) {
  return <span aria-hidden className={cn('size-2.5 shrink-0 rounded-full', dots[status])} />;
}
