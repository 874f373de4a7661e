import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Providers } from '@/components/providers';
import { ThemeColor } from '@/components/theme-color';
import { WakeUpLater } from '@/components/wake-up-later';
import { ZoneKeeper } from '@/components/zone-keeper';
import { routing } from '@/i18n/routing';
import { preloadFonts } from '@/server/preload-fonts';
import { readPreferences } from '@/server/preferences';
import '../globals.css';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return { title: t('name'), description: t('description') };
}

export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  preloadFonts(locale);
  const { contrast } = await readPreferences();
  return (
    <html lang={locale} data-contrast={contrast} suppressHydrationWarning>
      <body className="antialiased">
        <WakeUpLater />
        <NextIntlClientProvider>
          <Providers>
            <ThemeColor />
            <ZoneKeeper />
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
