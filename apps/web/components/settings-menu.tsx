'use client';
import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { SettingsChoices } from './settings-choices';
import { buttonLook } from './ui/button';
import { Menu } from './ui/menu';

/** Language and theme where there is no account menu yet. */
export function SettingsMenu() {
  const t = useTranslations('app');
  const locale = useLocale();
  return (
    <Menu
      label={`${locale.toUpperCase()} · ${t('language')} · ${t('theme')}`}
      triggerClassName={buttonLook({ look: 'outline', size: 'small' })}
      trigger={
        <>
          <Languages className="size-4" />
          <span className="uppercase">{locale}</span>
        </>
      }
    >
      <SettingsChoices />
    </Menu>
  );
}
