'use client';
import { useTheme } from 'next-themes';
import { useLocale, useTranslations } from 'next-intl';
import { usePathname, useRouter } from '@/i18n/navigation';
import { routing } from '@/i18n/routing';
import { MenuChoice } from './ui/menu';

const languages = { en: 'English', ru: 'Русский' } as const;

/** Language and theme, for any menu. The language changes in place: the room stays. */
export function SettingsChoices() {
  const t = useTranslations('app');
  const { theme, setTheme } = useTheme();
  return (
    <>
      <LanguageChoice />
      <MenuChoice
        label={t('theme')}
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
          { value: 'system', label: t('themeSystem') },
        ]}
      />
    </>
  );
}

function LanguageChoice() {
  const t = useTranslations('app');
  const router = useRouter();
  const pathname = usePathname();
  const locale = useLocale();
  return (
    <MenuChoice
      label={t('language')}
      value={locale}
      onChange={(next) => router.replace(`${pathname}${window.location.search}`, { locale: next })}
      options={routing.locales.map((value) => ({ value, label: languages[value], lang: value }))}
    />
  );
}
