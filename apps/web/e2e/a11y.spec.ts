import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { LIMITS } from '@fourways/chat-core';
import en from '../messages/en.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { Person } from './person';
import { picture } from './picture';
import { test } from './test';

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

function calmContext(browser: Browser, locale: 'en' | 'ru'): Promise<BrowserContext> {
  return browser.newContext({ locale: locale === 'en' ? 'en-GB' : 'ru-RU', ...LIGHT, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
}

/** Opens something over the page, looks at it and closes it. */
function openerOn(page: Page) {
  return async (screen: string, role: 'dialog' | 'alertdialog' | 'menu' | 'listbox', act: () => Promise<void>) => {
    await act();
    await expect(page.getByRole(role).last()).toBeVisible();
    await clean(page, screen);
    await page.keyboard.press('Escape');
    await expect(page.getByRole(role)).toHaveCount(0);
  };
}

for (const locale of ['en', 'ru'] as const) {
  test(`[ux I9][ux I6] axe finds nothing on any page, dialog, popover and menu, light, dark and in high contrast: ${locale}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const words = WORDS[locale];
    const context = await calmContext(browser, locale);
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
    const open = openerOn(page);
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

  test(`[ux I9][ux I6] axe finds nothing where rooms are kept, people and messages are looked for, and something is told: ${locale}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const words = WORDS[locale];
    const context = await calmContext(browser, locale);
    const person = await Person.enter(context, locale === 'en' ? 'Ann' : 'Мария', 'sse', `/${locale}`);
    const other = await Person.arrive(browser, `Bob ${locale} ${Date.now()}`);
    const { page } = person;
    const open = openerOn(page);
    const headers = { origin: new URL(page.url()).origin };
    const name = `axe-${locale}-${Date.now()}`;
    const made = await page.request.post('/api/rooms', { data: { name, kind: 'private', topic: 'https://example.org' }, headers });
    const { event } = (await made.json()) as { event: { roomId: string } };
    const fromMenu = async (item: string) => {
      await page.getByRole('button', { name: words.rooms.options }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };

    await page.goto(`/${locale}/rooms/${event.roomId}`);
    await person.inSync();
    await clean(page, 'room without messages');
    await open('room’s details', 'dialog', () => fromMenu(words.roomDetails.title));
    await open('archive', 'alertdialog', () => fromMenu(words.roomDetails.archive));
    await open('add people', 'dialog', () => fromMenu(words.rooms.addPeople));
    await open('new message', 'dialog', async () => {
      await page.getByRole('button', { name: words.direct.new }).click();
      const finder = page.getByRole('combobox', { name: words.direct.to });
      await finder.fill(other.name);
      await expect(page.getByRole('option', { name: other.name })).toBeVisible();
      await clean(page, 'people to choose from');
      await finder.fill('nobody of this name');
      await expect(page.getByText(words.direct.nobody)).toBeVisible();
      await clean(page, 'nobody to choose from');
      await page.keyboard.press('Escape');
      await expect(page.getByText(words.direct.nobody)).toHaveCount(0);
    });

    await person.say(`seek ${name}`);
    await expect(page.locator('article', { hasText: `seek ${name}` })).toHaveAttribute('data-message-id', /./);
    await open('messages found', 'dialog', async () => {
      await page.getByRole('button', { name: words.search.open }).click();
      await page.getByRole('combobox', { name: words.search.field }).fill('seek');
      await expect(page.getByRole('option').first()).toBeVisible();
    });
    await open('messages found by the palette', 'dialog', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: words.palette.title }).fill('seek');
      await expect(page.getByRole('option', { name: 'seek' }).first()).toBeVisible();
    });
    await open('emoji', 'dialog', async () => {
      await page.getByRole('button', { name: words.composer.emoji }).click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
    });
    await open('names to call', 'listbox', () => person.composer.pressSequentially('@'));
    await open('shortcodes', 'listbox', () => person.composer.fill('').then(() => person.composer.pressSequentially(':smi')));
    await person.composer.fill('x'.repeat(LIMITS.bodyChars + 1));
    await expect(page.locator('#composer-count')).toHaveText(/\d/);
    await clean(page, 'too long');
    await person.composer.fill('');

    const row = page.locator('article', { hasText: `seek ${name}` }).first();
    await row.hover();
    await row.getByRole('button', { name: words.message.reply }).click();
    await clean(page, 'reply');
    await person.say(`answer ${name}`);
    const answer = page.locator('article', { hasText: `answer ${name}` });
    await expect(answer).toHaveAttribute('data-message-id', /./);
    await answer.hover();
    await answer.getByRole('button', { name: words.message.more }).click();
    await page.getByRole('menuitem', { name: words.message.remove }).click();
    await expect(page.getByText(words.undo.removed)).toBeVisible();
    await clean(page, 'removed, to be undone');

    await page.request.patch(`/api/rooms/${event.roomId}`, { data: { archived: true }, headers });
    await expect(page.getByText(words.roomDetails.archivedBanner)).toBeVisible();
    await clean(page, 'archived room');
    await other.page.request.post('/api/rooms', { data: { name: `open-${name}`, kind: 'public' }, headers });
    await page.getByRole('link', { name: `open-${name}` }).click();
    await expect(page.getByRole('button', { name: words.rooms.join })).toBeVisible();
    await clean(page, 'room to join');
    await page.goto(`/${locale}/rooms/00000000-0000-7000-8000-00000000dead`);
    await expect(page.getByText(words.pages.notFoundTitle)).toBeVisible();
    await clean(page, 'no such room');

    await page.goto(`/${locale}`);
    await person.inSync();
    await context.route('**/version', (route) => route.fulfill({ json: { version: 'the-next-one' } }));
    await context.setOffline(true);
    await expect(person.pill).toHaveAttribute('data-status', 'offline', { timeout: 60_000 });
    await clean(page, 'offline');
    await context.setOffline(false);
    await expect(page.getByTestId('version').getByText(words.version.newer)).toBeVisible({ timeout: 30_000 });
    await clean(page, 'a newer version');
    await other.leave();
    await person.leave();
  });
}
