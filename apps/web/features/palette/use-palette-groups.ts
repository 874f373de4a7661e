'use client';
import { useTranslations } from 'next-intl';
import type { PaletteGroup } from './palette-item';
import { useActionItems } from './use-action-items';
import { useModeItems } from './use-mode-items';
import { usePeopleItems } from './use-people-items';
import { useRoomItems } from './use-room-items';

/** Everything that the palette offers. */
export function usePaletteGroups(): readonly PaletteGroup[] {
  const t = useTranslations();
  const groups = [
    { value: t('palette.rooms'), items: useRoomItems() },
    { value: t('palette.people'), items: usePeopleItems() },
    { value: t('palette.actions'), items: useActionItems() },
    { value: t('delivery.modes'), items: useModeItems() },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
