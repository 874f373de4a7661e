'use client';
import { useTranslations } from 'next-intl';
import { FromWidth } from '@/components/from-width';
import { PeopleList } from '@/features/rooms/people-list';

export function PeoplePanel() {
  const t = useTranslations('people');
  return (
    <FromWidth width="80rem" aria-label={t('title')} className="hidden w-60 shrink-0 flex-col xl:flex">
      <p className="flex h-16 items-center px-4 text-sm font-medium text-soft">{t('title')}</p>
      <PeopleList />
    </FromWidth>
  );
}
