'use client';
import type { ChatView } from '@fourways/chat-client';
import type { Mode } from '@fourways/chat-core';
import { TriangleAlert } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useChat } from '@/features/room/chat-context';
import { setbackKey } from './setback-key';

const setbacksOf = (view: ChatView) => view.setbacks;
const isAuto = (view: ChatView) => view.choice === 'auto';

/** Why a mode does not work here, and in auto when it will be tried again. */
export function SetbackLine({ mode }: { mode: Mode }) {
  const t = useTranslations('delivery');
  const format = useFormatter();
  const auto = useChat(isAuto);
  const setback = useChat(setbacksOf).find((each) => each.mode === mode);
  const now = useNow({ updateInterval: 1_000 });
  if (!setback) return null;
  const waits = auto && setback.nextTryTs > now.getTime();
  return (
    <span data-testid={`setback-${mode}`} data-reason={setback.reason} className="mt-1 flex items-start gap-1.5 text-xs text-pretty">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-warn" />
      <span>
        {t(`setback.${setbackKey(setback)}`)} {waits && t('triedAgain', { when: format.relativeTime(setback.nextTryTs, now) })}
      </span>
    </span>
  );
}
