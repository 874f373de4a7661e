'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useLocale, useTranslations } from 'next-intl';
import type { PaletteGroup, PaletteItem } from './palette-item';
import { useActionItems } from './use-action-items';
import { useMessageItems } from './use-message-items';
import { useModeItems } from './use-mode-items';
import { usePeopleItems } from './use-people-items';
import { useRoomItems } from './use-room-items';

interface PaletteGroups {
  readonly groups: readonly PaletteGroup[];
  /** More may come. */
  readonly busy: boolean;
  /** Why the server could not be asked. */
  readonly refusal: string | undefined;
}

/** Everything that the palette offers for what is typed. What the server finds comes last: nothing that may be chosen already moves. */
export function usePaletteGroups(typed: string, onSearch: (words: string) => void): PaletteGroups {
  const t = useTranslations();
  const { contains } = Autocomplete.useFilter({ locale: useLocale() });
  const people = usePeopleItems(typed);
  const messages = useMessageItems(typed, onSearch);
  const fitting = (items: readonly PaletteItem[]) => items.filter(({ label }) => contains(label, typed.trim()));
  const groups = [
    { value: t('palette.rooms'), items: fitting(useRoomItems()) },
    { value: t('palette.people'), items: fitting(people.here) },
    { value: t('palette.actions'), items: fitting(useActionItems()) },
    { value: t('delivery.modes'), items: fitting(useModeItems()) },
    { value: t('palette.away'), items: people.away },
    { value: t('palette.messages'), items: messages.items },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), busy: people.busy || messages.busy, refusal: messages.refusal };
}
