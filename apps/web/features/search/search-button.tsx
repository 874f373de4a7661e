'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useShowPanel } from '@/features/palette/panel';

/** The way to everything that was said. */
export function SearchButton() {
  const t = useTranslations('search');
  const show = useShowPanel();
  return (
    <button
      type="button"
      onClick={() => show('search')}
      className="mx-2 flex min-h-9 items-center gap-2 rounded-lg px-2.5 text-left text-sm text-soft transition-colors hover:bg-ink/6 hover:text-ink"
    >
      <Search className="size-4 shrink-0" aria-hidden /> {t('open')}
    </button>
  );
}
