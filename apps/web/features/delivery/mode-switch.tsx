'use client';
import type { ChatView } from '@fourways/chat-client';
import { MODE_CHOICES, type ModeChoice } from '@fourways/chat-core';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { useChat, useChatClient } from '@/features/room/chat-context';
import { AutoMark } from './auto-mark';
import { ModeMark } from './mode-mark';
import { PollInterval } from './poll-interval';
import { rememberMode } from './remember-mode';
import { SetbackLine } from './setback-line';

const choiceOf = (view: ChatView) => view.choice;
const switchingOf = (view: ChatView) => view.switchingTo;

/** The four ways, or whichever is best here, as one choice. The screen stays as it is; only the line behind it changes. */
export function ModeSwitch() {
  const t = useTranslations();
  const client = useChatClient();
  const choice = useChat(choiceOf);
  const switchingTo = useChat(switchingOf);
  const [asked, ask] = useState<ModeChoice | null>(null);
  const chosen = asked ?? choice;

  async function choose(to: ModeChoice) {
    ask(to);
    const report = await client.use(to);
    ask((now) => (now === to ? null : now));
    if (report.outcome === 'switched') return rememberMode(to);
    if (report.outcome === 'stayed') toast.error(t('delivery.announceStayed', { mode: t(`ways.${to}.name`) }));
  }

  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="sr-only">{t('delivery.modes')}</legend>
      {MODE_CHOICES.map((way) => (
        <div key={way} data-mode={way === 'auto' ? undefined : way} className="group/way rounded-xl border border-transparent has-checked:border-accent has-checked:bg-accent/8">
          <label className="relative grid grid-cols-[1.5rem_minmax(0,1fr)_1rem] items-start gap-x-3 rounded-xl px-2.5 py-2 hover:bg-hover has-checked:hover:bg-transparent has-focus-visible:outline-2 has-focus-visible:outline-accent">
            {way === 'auto' ? <AutoMark className="mt-0.5 size-6" /> : <ModeMark mode={way} className="mt-0.5 size-6" />}
            <span>
              <span className="block text-sm font-medium">{t(`ways.${way}.name`)}</span>
              <span id={`way-${way}`} className="block text-xs text-soft">
                {t(`ways.${way}.line`)}
              </span>
              {way !== 'auto' && <SetbackLine mode={way} />}
            </span>
            {switchingTo === way ? (
              <LoaderCircle className="mt-1 size-4 animate-spin text-soft" aria-hidden />
            ) : (
              <span aria-hidden className="mt-1 size-4 rounded-full border-2 border-edge/70 group-has-checked/way:border-5 group-has-checked/way:border-accent" />
            )}
            <input
              type="radio"
              name="delivery-mode"
              value={way}
              checked={chosen === way}
              onChange={() => void choose(way)}
              aria-label={t(`ways.${way}.name`)}
              aria-describedby={`way-${way}`}
              className="absolute inset-0 cursor-pointer appearance-none rounded-xl outline-none"
            />
          </label>
          {way === 'poll' && chosen === 'poll' && <PollInterval />}
        </div>
      ))}
    </fieldset>
  );
}
