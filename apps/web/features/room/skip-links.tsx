'use client';
import { useTranslations } from 'next-intl';

const look =
  'absolute top-2 left-2 z-50 -translate-y-16 rounded-lg bg-ink px-4 py-2 text-sm font-medium text-on-ink focus:translate-y-0';

export function SkipLinks() {
  const t = useTranslations('app');
  return (
    <>
      <a href="#messages" className={look}>
        {t('skipToMessages')}
      </a>
      <a href="#composer" className={look}>
        {t('skipToComposer')}
      </a>
    </>
  );
}
