'use client';
import { useThemeChoice } from './use-theme-choice';

/** `--canvas` of both themes: browsers colour what is around the page with it. */
const COLORS = { light: '#f4f2ed', dark: '#0f1114' } as const;
const SCHEMES = ['light', 'dark'] as const;

/** Tells the browser the colour of the page: as the system wants it, until another theme was chosen. */
export function ThemeColor() {
  const { theme = 'system' } = useThemeChoice();
  return SCHEMES.map((scheme) => (
    <meta key={scheme} name="theme-color" media={`(prefers-color-scheme: ${scheme})`} content={COLORS[theme === 'system' ? scheme : theme]} />
  ));
}
