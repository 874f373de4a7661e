'use client';
import { useTranslations } from 'next-intl';
import { PeopleList } from '@/features/rooms/people-list';

/** Who is here. */
export function PeoplePanel() {
  const t = useTranslations('people');
  return (
    <>
      <p className="flex h-16 items-center px-4 text-sm font-medium text-soft">{t('title')}</p>
      <PeopleList />
    </>
  );
}
