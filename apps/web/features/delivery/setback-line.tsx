'use client';
import type { ChatView } from '@fourways/chat-client';
import { type Mode, MODES } from '@fourways/chat-core';
import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useClock } from '@/components/use-clock';
import { useChat } from '@/features/room/chat-context';
import { setbackKey } from './setback-key';

const setbacksOf = (view: ChatView) => view.setbacks;
/** Auto tries only what is better than what delivers now. */
const triedOf = (mode: Mode) => (view: ChatView) => view.choice === 'auto' && MODES.indexOf(mode) > MODES.indexOf(view.mode);

/** Why a mode does not work here, and in auto when it will be tried again. */
export function SetbackLine({ mode }: { mode: Mode }) {
  const t = useTranslations('delivery.setback');
  const setback = useChat(setbacksOf).find((each) => each.mode === mode);
  const tried = useChat(triedOf(mode));
  if (!setback) return null;
  return (
    <span data-testid={`setback-${mode}`} data-reason={setback.reason} className="mt-1 flex items-start gap-1.5 text-xs text-pretty">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-warn" />
      <span>
        {t(setbackKey(setback))} {tried && <NextTry at={setback.nextTryTs} />}
      </span>
    </span>
  );
}

function NextTry({ at }: { at: number }) {
  const t = useTranslations('delivery');
  const format = useFormatter();
  const now = useClock(1_000);
  return <span className="tabular-nums">{at - now < 1_000 ? t('triedNow') : t('triedAgain', { when: format.relativeTime(at, now) })}</span>;
}
