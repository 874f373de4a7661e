'use client';
import { useTranslations } from 'next-intl';

/** Where the new messages begin. */
export function Divider() {
  const t = useTranslations('room');
  return (
    <div role="separator" data-testid="divider" className="flex items-center gap-3 px-4 pt-3 pb-1 text-xs font-semibold text-danger sm:px-6">
      <span className="h-px flex-1 bg-danger/50" />
      {t('new')}
    </div>
  );
}
