import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { readPreferences } from '@/server/preferences';
import { routing } from './routing';

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const { timeZone } = await readPreferences();
  const { default: messages } = await import(`../messages/${locale}.json`);
  return { locale, messages, timeZone, now: new Date() };
});
