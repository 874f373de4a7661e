'use client';
import { useTranslations } from 'next-intl';
import { MenuChoice } from './ui/menu';
import { LANGUAGES, useLanguage } from './use-language';
import { useThemeChoice } from './use-theme-choice';

/** Language and theme, for any menu. */
export function SettingsChoices() {
  const t = useTranslations('app');
  const [language, setLanguage] = useLanguage();
  const { theme, options, choose } = useThemeChoice();
  return (
    <>
      <MenuChoice label={t('language')} value={language} onChange={setLanguage} options={LANGUAGES} />
      <MenuChoice label={t('theme')} value={theme} onChange={choose} options={options} />
    </>
  );
}
