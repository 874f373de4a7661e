import { fileURLToPath } from 'node:url';
import { expect, type Locator } from '@playwright/test';
import en from '../messages/en.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { Person } from './person';
import { test } from './test';

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

test('[ux I5] nothing moves by itself for those who want less motion', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'sse', { reducedMotion: 'reduce' });
  const moving = await ann.page.evaluate(() => {
    const lasting = (time: string) => time.split(',').some((each) => parseFloat(each) > 0.001);
    return [...document.querySelectorAll('*')].map((each) => getComputedStyle(each)).filter((style) => lasting(style.transitionDuration) || lasting(style.animationDuration) || style.scrollBehavior === 'smooth').length;
  });
  expect(moving).toBe(0);
  await ann.leave();
});

for (const [what, viewport, locale, words] of [
  ['200 % zoom of 1280 by 800', { width: 640, height: 400 }, 'en', en],
  ['200 % zoom of 1280 by 800', { width: 640, height: 400 }, 'ru', ru],
  ['a phone of 320 pixels', { width: 320, height: 568 }, 'en', en],
  ['a phone of 320 pixels', { width: 320, height: 568 }, 'ru', ru],
] as const) {
  test(`[ux I7] at ${what} nothing is lost: header, conversation and composer are there, and dialogs can be read to their end: ${locale}`, async ({ browser }) => {
    const maria = await Person.arrive(browser, 'Мария', 'sse', { locale, viewport, deviceScaleFactor: 2 });
    const { page } = maria;
    const line = `Видно всё: ${locale} ${viewport.width}`;
    await maria.say(line);
    const text = page.getByText(line);
    for (const control of [maria.pill, maria.composer, page.getByRole('button', { name: words.composer.send, exact: true }), page.getByRole('button', { name: words.rooms.open }), text]) {
      await expect(control).toBeInViewport({ ratio: 1 });
      const { width, height } = (await control.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(control === text ? 16 : 24);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.keyboard.press('Control+,');
    const last = page.getByRole('dialog').getByRole('button').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
    expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
    await maria.leave();
  });
}

test('[ux J3] on a phone no field makes the page zoom, and the composer stands above the keyboard', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'sse', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { page } = ann;
  const meta = await page.locator('meta[name="viewport"]').getAttribute('content');
  for (const part of ['viewport-fit=cover', 'interactive-widget=resizes-content']) expect(meta).toContain(part);
  const fontPx = (field: Locator) => field.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(await fontPx(ann.composer)).toBeGreaterThanOrEqual(16);
  await page.getByRole('button', { name: 'Open the room list' }).click();
  await page.getByRole('button', { name: 'Search messages' }).click();
  expect(await fontPx(page.getByRole('combobox', { name: 'Search for' }))).toBeGreaterThanOrEqual(16);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await ann.composer.focus();
  await page.setViewportSize({ width: 390, height: 440 });
  await expect(ann.composer).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(440);
  await ann.leave();
});

test('[ux J4] nothing stands in for what is to come, and what is empty says what one can do', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'sse', { viewport: { width: 1440, height: 900 } });
  const { page } = ann;
  await expect(page.getByText('Talk to one person or a few, out of the rooms.')).toBeVisible();
  const made = await page.request.post('/api/rooms', { data: { name: `empty ${Date.now()}`, kind: 'private' }, headers: { origin: new URL(page.url()).origin } });
  const { event } = (await made.json()) as { event: { roomId: string } };
  await page.goto(`/en/rooms/${event.roomId}`, { waitUntil: 'domcontentloaded' });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByText('Say hello: whoever writes first is remembered as brave.')).toBeVisible();
  await ann.leave();
});
