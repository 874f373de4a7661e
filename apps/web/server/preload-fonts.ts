import { preload } from 'react-dom';
import type { Locale } from '@/i18n/routing';

const latin = new URL('@fontsource-variable/onest/files/onest-latin-wght-normal.woff2', import.meta.url);
const cyrillic = new URL('@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2', import.meta.url);

/** Digits and punctuation are in the Latin file: Russian needs both. */
const FILES: Record<Locale, readonly URL[]> = { en: [latin], ru: [latin, cyrillic] };

/** The letters of the page's language are asked for with the page, not when the styles have named them. */
export function preloadFonts(locale: Locale): void {
  for (const { href } of FILES[locale]) preload(href, { as: 'font', type: 'font/woff2', crossOrigin: '' });
}
