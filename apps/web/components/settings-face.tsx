'use client';
import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonLook } from './ui/button';

export const settingsLook = buttonLook({ look: 'outline', size: 'small' });

export function useSettingsLabel(): string {
  const t = useTranslations('app');
  return `${useLocale().toUpperCase()} · ${t('language')} · ${t('theme')}`;
}

/** What the button of the settings shows, before and after its menu has come. */
export function SettingsFace() {
  return (
    <>
      <Languages className="size-4" />
      <span className="uppercase">{useLocale()}</span>
    </>
  );
}
