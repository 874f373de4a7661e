'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { lazilyOpened } from '@/components/lazily-opened';

const SearchDialog = lazilyOpened(() => import('./search-dialog').then((module) => module.SearchDialog));

/** The way to everything that was said. */
export function SearchButton({ onGo }: { onGo: (roomId: string, messageId: string) => void }) {
  const t = useTranslations('search');
  const [open, setOpen] = useState(false);

  function go(roomId: string, messageId: string) {
    setOpen(false);
    onGo(roomId, messageId);
  }

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="mx-2 flex min-h-9 items-center gap-2 rounded-lg px-2.5 text-left text-sm text-soft transition-colors hover:bg-ink/6 hover:text-ink"
      >
        <Search className="size-4 shrink-0" aria-hidden /> {t('open')}
      </button>
      <SearchDialog open={open} onOpenChange={setOpen} onGo={go} />
    </>
  );
}
