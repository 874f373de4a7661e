'use client';
import { useLocale } from 'next-intl';
import { usePathname, useRouter } from '@/i18n/navigation';
import { type Locale, routing } from '@/i18n/routing';

const names: Record<Locale, string> = { en: 'English', ru: 'Русский' };

/** The languages, each by its own name. */
export const LANGUAGES = routing.locales.map((value) => ({ value, label: names[value], lang: value }));

/** The language, and the function that changes it in place: the room stays. */
export function useLanguage(): [Locale, (language: Locale) => void] {
  const router = useRouter();
  const pathname = usePathname();
  const locale = useLocale();
  return [locale, (language) => router.replace(`${pathname}${window.location.search}`, { locale: language })];
}
