'use client';
import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { lazily } from './lazily';
import { buttonLook } from './ui/button';
import { PopupButton } from './ui/popup-button';

const SettingsMenu = lazily(() => import('./settings-menu').then((module) => module.SettingsMenu));

/** Language and theme where there is no account menu yet. */
export function SettingsButton() {
  const t = useTranslations('app');
  const locale = useLocale();
  return (
    <PopupButton
      kind="menu"
      label={`${locale.toUpperCase()} · ${t('language')} · ${t('theme')}`}
      popup={SettingsMenu}
      about={{}}
      className={buttonLook({ look: 'outline', size: 'small' })}
    >
      <Languages className="size-4" />
      <span className="uppercase">{locale}</span>
    </PopupButton>
  );
}
