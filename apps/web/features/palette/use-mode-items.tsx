'use client';
import type { ChatView } from '@fourways/chat-client';
import { MODE_CHOICES } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { ChoiceMark } from '@/features/delivery/choice-mark';
import { useChooseMode } from '@/features/delivery/use-choose-mode';
import { useChat } from '@/features/room/chat-context';
import type { PaletteItem } from './palette-item';

const choiceOf = (view: ChatView) => view.choice;

/** The ways a message may take. */
export function useModeItems(): readonly PaletteItem[] {
  const t = useTranslations();
  const chosen = useChat(choiceOf);
  const choose = useChooseMode();
  return MODE_CHOICES.map((choice) => ({
    value: choice,
    label: t(`ways.${choice}.name`),
    sign: <ChoiceMark choice={choice} className="size-5!" />,
    hint: choice === chosen ? t('palette.chosen') : undefined,
    run: () => void choose(choice),
  }));
}
