import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Person } from './person';

const artifacts = fileURLToPath(new URL('../../../artifacts/', import.meta.url));
const widths = [1280, 390, 360] as const;

for (const locale of ['en', 'ru'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pictures of the screens: ${locale}, ${colorScheme}`, async ({ browser }) => {
      const options = { locale, colorScheme, viewport: { width: 1280, height: 800 } };
      const person = await Person.arrive(browser, locale === 'en' ? 'Ann' : 'Мария', 'sse', options);
      const { page } = person;
      await person.say(locale === 'en' ? 'One conversation, four ways.' : 'Один разговор, четыре пути.');
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.screenshot({ path: `${artifacts}room-${locale}-${colorScheme}-${width}.png` });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await person.pill.click();
      await expect(page.getByRole('radio').first()).toBeVisible();
      await page.screenshot({ path: `${artifacts}switch-${locale}-${colorScheme}-360.png` });
      await person.leave();
    });
  }
}
