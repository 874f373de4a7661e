'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A table that scrolls within itself, with the keyboard too. */
export function WideTable({ children }: { children: ReactNode }) {
  const t = useTranslations('markdown');
  return (
    <div role="group" aria-label={t('table')} tabIndex={0} className="my-1 w-fit max-w-full overflow-x-auto rounded-lg border">
      <table className="border-collapse text-sm wrap-normal [&_tbody_tr:first-child>td]:border-t-0">{children}</table>
    </div>
  );
}
