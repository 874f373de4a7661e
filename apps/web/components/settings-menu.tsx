'use client';
import { useTranslations } from 'next-intl';
import { Menu, MenuChoice } from './ui/menu';
import type { PopupProps } from './ui/popup';
import { LANGUAGES, useLanguage } from './use-language';
import { useThemeChoice } from './use-theme-choice';

/** Language and theme where there is no account menu yet. */
export function SettingsMenu(popup: PopupProps) {
  const t = useTranslations('app');
  const [language, setLanguage] = useLanguage();
  const { theme, options, choose } = useThemeChoice();
  return (
    <Menu {...popup}>
      <MenuChoice label={t('language')} value={language} onChange={setLanguage} options={LANGUAGES} />
      <MenuChoice label={t('theme')} value={theme} onChange={choose} options={options} />
    </Menu>
  );
}
