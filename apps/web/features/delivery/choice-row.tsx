'use client';
import type { ChatView } from '@fourways/chat-client';
import type { ModeChoice } from '@fourways/chat-core';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useChat } from '@/features/room/chat-context';
import { ChoiceMark } from './choice-mark';
import { SetbackLine } from './setback-line';

const switchingOf = (view: ChatView) => view.switchingTo;
/** Of a mode chosen by hand it goes without saying. */
const takenOf = (view: ChatView) => (view.choice === 'auto' ? view.mode : null);

interface ChoiceRowProps {
  choice: ModeChoice;
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

/** One way to choose, what it does, and what is the matter with it here. */
export function ChoiceRow({ choice, chosen, onChoose, children }: ChoiceRowProps) {
  const t = useTranslations();
  const taken = useChat(takenOf) === choice;
  return (
    <div data-mode={choice === 'auto' ? undefined : choice} className="group/way rounded-xl border border-transparent has-checked:border-accent has-checked:bg-accent/8">
      <label className="relative grid grid-cols-[1.5rem_minmax(0,1fr)_1rem] items-start gap-x-3 rounded-xl px-2.5 py-2 hover:bg-hover has-checked:hover:bg-transparent has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <ChoiceMark choice={choice} className="mt-0.5 size-6" />
        <span>
          <span className="text-sm font-medium">{t(`ways.${choice}.name`)}</span>
          <span id={`way-${choice}`}>
            {taken && <span className="ml-2 text-xs font-medium text-accent">{t('delivery.taken')}</span>}
            <span className="block text-xs text-soft">{t(`ways.${choice}.line`)}</span>
            {choice !== 'auto' && <SetbackLine mode={choice} />}
          </span>
        </span>
        <Dot choice={choice} />
        <input
          type="radio"
          name="delivery-mode"
          value={choice}
          checked={chosen}
          onChange={onChoose}
          aria-label={t(`ways.${choice}.name`)}
          aria-describedby={`way-${choice}`}
          className="absolute inset-0 cursor-pointer appearance-none rounded-xl outline-none"
        />
      </label>
      {children}
    </div>
  );
}

function Dot({ choice }: { choice: ModeChoice }) {
  const switching = useChat(switchingOf) === choice;
  if (switching) return <LoaderCircle className="mt-1 size-4 animate-spin text-soft" aria-hidden />;
  return <span aria-hidden className="mt-1 size-4 rounded-full border-2 border-edge/70 group-has-checked/way:border-5 group-has-checked/way:border-accent" />;
}
