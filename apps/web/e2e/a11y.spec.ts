import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import en from '../messages/en.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { Person } from './person';
import { picture } from './picture';

const WORDS = { en, ru };

const SEA = { name: 'sea.png', mimeType: 'image/png', buffer: picture(600, 400, [20, 110, 150]) };
const PLAN = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('first this') };

const LIGHT = { colorScheme: 'light', contrast: 'no-preference' } as const;
/** Looks differ in nothing but colours. */
const OTHER_LOOKS = [
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const;
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds, of any impact, when all that moves has come to rest. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity).map((each) => each.finished.catch(() => null))));
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found, passes } = await (rules ? axe.withRules(rules) : axe.options({ rules: { 'target-size': { enabled: true } } })).analyze();
  expect(passes.length).toBeGreaterThan(0);
  return found.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`);
}

/** The screen is as it should be, in every look. */
async function clean(page: Page, screen: string): Promise<void> {
  expect.soft(await violations(page), screen).toEqual([]);
  for (const look of OTHER_LOOKS) {
    await page.emulateMedia(look);
    await expect(page.locator('html')).toHaveClass(look.colorScheme);
    expect.soft(await violations(page, COLOURS), `${screen}, ${look.colorScheme}, ${look.contrast}`).toEqual([]);
  }
  await page.emulateMedia(LIGHT);
}

for (const locale of ['en', 'ru'] as const) {
  test(`[ux I9][ux I6] axe finds nothing on any page, dialog, popover and menu, light, dark and in high contrast: ${locale}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const words = WORDS[locale];
    const context = await browser.newContext({ locale: locale === 'en' ? 'en-GB' : 'ru-RU', ...LIGHT, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
    const door = await context.newPage();
    await door.goto(`/${locale}`);
    await expect(door.getByRole('textbox')).toBeVisible();
    await clean(door, 'sign-in');
    await door.getByRole('button', { name: `${locale.toUpperCase()} · ${words.app.language} · ${words.app.theme}` }).click();
    await expect(door.getByRole('menu')).toBeVisible();
    await clean(door, 'sign-in, menu');
    await door.goto(`/${locale}/nowhere`);
    await clean(door, 'not found');
    await door.close();

    const person = await Person.enter(context, locale === 'en' ? 'Ann' : 'Мария', 'sse', `/${locale}`);
    const { page } = person;
    const open = async (screen: string, role: 'dialog' | 'alertdialog' | 'menu', act: () => Promise<void>) => {
      await act();
      await expect(page.getByRole(role).last()).toBeVisible();
      await clean(page, screen);
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toHaveCount(0);
    };
    const menu = async (name: string, item: string) => {
      await page.getByRole('button', { name }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };

    await person.say(`axe ${locale} https://example.org`);
    await clean(page, 'room');
    await open('new room', 'dialog', () => page.getByRole('button', { name: words.rooms.create }).click());
    await open('palette', 'dialog', () => page.keyboard.press('Control+k'));
    await open('settings', 'dialog', () => menu(words.me.menu, words.settings.title));
    await open('shortcuts', 'dialog', async () => {
      await page.locator('body').click({ position: { x: 400, y: 300 } });
      await page.keyboard.press('?');
    });
    await open('person’s menu', 'menu', () => page.getByRole('button', { name: words.me.menu }).click());
    await open('room’s menu', 'menu', () => page.getByRole('button', { name: words.rooms.options }).click());
    await open('delivery', 'dialog', () => person.pill.click());
    const row = page.locator('article', { hasText: `axe ${locale} https://example.org` }).last();
    await row.hover();
    await open('message’s menu', 'menu', () => row.getByRole('button', { name: words.message.more }).click());
    await row.hover();
    await row.getByRole('button', { name: words.message.edit }).click();
    await clean(page, 'editor');
    await page.keyboard.press('Escape');

    await page.getByTestId('file-input').setInputFiles([SEA, { name: 'damaged.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }, PLAN]);
    await expect(page.getByText(words.errors.image_unreadable)).toBeVisible();
    await clean(page, 'files to send');
    await person.say(`with files ${locale}`);
    const files = page.locator('article', { hasText: `with files ${locale}` });
    await expect(files).toHaveAttribute('data-message-id', /./);
    await clean(page, 'files in the conversation');
    await open('picture', 'dialog', () => files.getByRole('link', { name: /sea\.png/ }).click());

    await page.setViewportSize({ width: 390, height: 800 });
    await clean(page, 'room, small');
    await open('rooms, small', 'dialog', () => page.getByRole('button', { name: words.rooms.open }).click());
    await open('people, small', 'dialog', () => page.getByRole('button', { name: words.people.open }).click());
    await open('settings, small', 'dialog', () => page.keyboard.press('Control+,'));
    await person.leave();
  });
}
