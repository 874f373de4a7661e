'use client';
import { Contrast, Keyboard, Languages, LogOut, Monitor, Moon, Plus, Settings, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContrast } from '@/components/contrast';
import { LANGUAGES, useLanguage } from '@/components/use-language';
import { useThemeChoice } from '@/components/use-theme-choice';
import { useSignOut } from '@/features/session/use-sign-out';
import type { PaletteItem } from './palette-item';
import { useShowPanel } from './panel';

const themeSigns = { light: <Sun />, dark: <Moon />, system: <Monitor /> };

/** What one can do from anywhere. */
export function useActionItems(): readonly PaletteItem[] {
  const t = useTranslations();
  const show = useShowPanel();
  const appearance = useAppearanceItems();
  const signOut = useSignOut();
  return [
    { value: 'new-room', label: t('rooms.create'), sign: <Plus />, run: () => show('new-room') },
    { value: 'settings', label: t('settings.title'), sign: <Settings />, run: () => show('settings') },
    { value: 'shortcuts', label: t('shortcuts.title'), sign: <Keyboard />, run: () => show('shortcuts') },
    ...appearance,
    { value: 'sign-out', label: t('me.signOut'), sign: <LogOut />, run: signOut },
  ];
}

/** Only what would change something. */
function useAppearanceItems(): readonly PaletteItem[] {
  const t = useTranslations();
  const { theme, options, choose } = useThemeChoice();
  const [contrast, setContrast] = useContrast();
  const [language, setLanguage] = useLanguage();
  const themes = options.filter(({ value }) => value !== theme);
  const languages = LANGUAGES.filter(({ value }) => value !== language);
  const other = contrast === 'more' ? 'system' : 'more';
  return [
    ...themes.map(({ value, label }) => ({ value: `theme-${value}`, label: `${t('app.theme')}: ${label}`, sign: themeSigns[value], run: () => choose(value) })),
    { value: 'contrast', label: t(`palette.contrast.${other}`), sign: <Contrast />, run: () => setContrast(other) },
    ...languages.map(({ value, label }) => ({ value: `language-${value}`, label: `${t('app.language')}: ${label}`, sign: <Languages />, run: () => setLanguage(value) })),
  ];
}
