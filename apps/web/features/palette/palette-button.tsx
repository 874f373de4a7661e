'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Keys } from '@/components/ui/keys';
import { keyNames } from './key-names';
import { useShowPanel } from './panel';
import { SHORTCUTS } from './shortcuts';
import { useMac } from './use-mac';

const { combo } = SHORTCUTS.find(({ id }) => id === 'palette')!;

/** The palette, for who does not know its keys, or has none. */
export function PaletteButton() {
  const t = useTranslations('palette');
  const show = useShowPanel();
  const mac = useMac();
  return (
    <button
      type="button"
      onClick={() => show('palette')}
      className="mx-2 flex min-h-9 items-center gap-2 rounded-lg border bg-raised/60 pr-1.5 pl-2.5 text-sm text-soft transition-colors hover:bg-raised hover:text-ink"
    >
      <Search className="size-4" aria-hidden />
      {t('open')}
      <span aria-hidden className="ml-auto touch:hidden">
        <Keys names={keyNames(combo, mac)} />
      </span>
    </button>
  );
}
