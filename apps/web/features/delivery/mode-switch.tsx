'use client';
import type { ChatView } from '@fourways/chat-client';
import { MODE_CHOICES, type ModeChoice } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChat } from '@/features/room/chat-context';
import { ChoiceRow } from './choice-row';
import { PollInterval } from './poll-interval';
import { useChooseMode } from './use-choose-mode';

const choiceOf = (view: ChatView) => view.choice;

/** The four ways, or whichever is best here, as one choice. The screen stays as it is; only the line behind it changes. */
export function ModeSwitch() {
  const t = useTranslations('delivery');
  const chooseMode = useChooseMode();
  const choice = useChat(choiceOf);
  const [asked, ask] = useState<ModeChoice | null>(null);
  const chosen = asked ?? choice;

  async function choose(to: ModeChoice) {
    ask(to);
    await chooseMode(to);
    // What the client says by now is shown with the next frame: until then the old choice would be back for a moment.
    requestAnimationFrame(() => ask((now) => (now === to ? null : now)));
  }

  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="sr-only">{t('modes')}</legend>
      {MODE_CHOICES.map((each) => (
        <ChoiceRow key={each} choice={each} chosen={each === chosen} onChoose={() => void choose(each)}>
          {each === 'poll' && chosen === 'poll' && <PollInterval />}
        </ChoiceRow>
      ))}
    </fieldset>
  );
}
