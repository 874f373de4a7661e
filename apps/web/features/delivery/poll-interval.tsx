'use client';
import type { ChatView } from '@fourways/chat-client';
import { TIMING } from '@fourways/chat-core';
import { useFormatter, useTranslations } from 'next-intl';
import { rememberPreference } from '@/components/preference-cookie';
import { useChat, useChatClient } from '@/features/room/chat-context';

const intervalOf = (view: ChatView) => view.pollIntervalMs;

/** The steps of the slider: fine where it is felt. */
const steps = [0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 15, 20, 30].map((seconds) => seconds * 1_000);

/** How often polling asks. */
export function PollInterval() {
  const t = useTranslations('delivery');
  const format = useFormatter();
  const client = useChatClient();
  const interval = useChat(intervalOf);
  const place = steps.reduce((best, ms, at) => (Math.abs(ms - interval) < Math.abs((steps[best] ?? 0) - interval) ? at : best), 0);
  const said = t('seconds', { value: format.number(interval / 1_000) });

  function choose(at: number) {
    const ms = steps[at] ?? TIMING.pollIntervalMs;
    client.setPollInterval(ms);
    rememberPreference('pollIntervalMs', String(ms));
  }

  return (
    <label className="flex items-center gap-3 py-1 pr-3 pb-3 pl-[3.125rem] text-xs">
      <span className="whitespace-nowrap text-soft">{t('interval')}</span>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={place}
        aria-valuetext={said}
        onChange={(event) => choose(event.target.valueAsNumber)}
        className="h-6 w-0 min-w-0 flex-1 cursor-pointer accent-accent"
      />
      <output className="w-10 text-right font-medium tabular-nums">{said}</output>
    </label>
  );
}
