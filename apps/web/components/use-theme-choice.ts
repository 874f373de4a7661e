'use client';
import { useTheme } from 'next-themes';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';

const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

interface ThemeChoice {
  /** Undefined until the browser has taken over: the server does not know it. */
  readonly theme: Theme | undefined;
  readonly options: readonly { readonly value: Theme; readonly label: string }[];
  readonly choose: (theme: Theme) => void;
}

export function useThemeChoice(): ThemeChoice {
  const t = useTranslations('app');
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(nothing, () => true, () => false);
  const labels = { light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') };
  const options = THEMES.map((value) => ({ value, label: labels[value] }));
  return { theme: mounted ? (theme as Theme) : undefined, options, choose: setTheme };
}

function nothing(): () => void {
  return () => {};
}
