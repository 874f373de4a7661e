import { expect } from '@playwright/test';
import { fetchNothingLater, holdParts } from './later-parts';
import { Person } from './person';
import { test } from './test';

/** What was on the screen for so long has been read. */
const READ_MS = 1_500;

test.describe('getting around', () => {
  let ann: Person;

  test.beforeEach(async ({ browser }) => {
    ann = await Person.arrive(browser, 'Ann');
  });

  test.afterEach(() => ann.leave());

  async function createRoom(person: Person): Promise<string> {
    const name = `room ${Date.now()}`;
    await person.page.getByRole('button', { name: 'Create a room' }).click();
    await person.page.getByRole('textbox', { name: 'Room name' }).fill(name);
    await person.page.keyboard.press('Enter');
    await expect(person.page.getByRole('heading', { level: 1 })).toContainText(name);
    return name;
  }

  async function command(text: string): Promise<void> {
    await ann.page.keyboard.press('Control+k');
    await ann.page.getByRole('combobox', { name: 'Go to or do' }).fill(text);
    await ann.page.keyboard.press('Enter');
    await expect(ann.page.getByRole('dialog', { name: 'Go to or do' })).toHaveCount(0);
  }

  test('[ux I4] [ux J5] the palette goes to rooms, changes the mode and opens what there is, by keys alone', async () => {
    const name = await createRoom(ann);
    await command('lobb');
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText('lobby');
    await command(name);
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText(name);
    await command('Long poll');
    await expect(ann.pill).toHaveAttribute('data-mode', 'long-poll');
    await ann.inSync();
    await command('Theme: Dark');
    await expect(ann.page.locator('html')).toHaveClass(/dark/);
    await expect.poll(() => ann.page.locator('meta[name=theme-color]').evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')))).toEqual(['#0f1114', '#0f1114']);
    await command('Settings');
    await expect(ann.page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await ann.page.keyboard.press('Control+k');
    await ann.page.getByRole('combobox').fill('no such thing');
    await expect(ann.page.getByText('Nothing found.')).toBeVisible();
    await ann.page.route('**/api/search?*', (route) => route.abort());
    await ann.page.getByRole('combobox').fill('no such thing either');
    await expect(ann.page.getByText('The server cannot be reached.')).toBeVisible();
    await ann.page.keyboard.press('Control+k');
    await expect(ann.page.getByRole('dialog')).toHaveCount(0);
  });

  test('[ux I4] the palette turns to a person: opens the direct room with her', async ({ browser }) => {
    const cleo = await Person.arrive(browser, 'Cleo of the palette');
    await expect(ann.page.getByRole('complementary').getByText('Cleo of the palette')).toBeVisible();
    await command('Cleo of');
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText('Cleo of the palette');
    await ann.say('hello, just you');
    await expect(cleo.page.getByRole('link', { name: /Ann/ })).toContainText('1 unread message');
    await cleo.leave();
  });

  test('[ux I4] [ux B7] the palette finds people who have left, and what was said; / searches for all of it', async ({ browser }) => {
    const word = `quokka${Date.now()}`;
    const cleo = await Person.arrive(browser, `Cleo ${word}`);
    for (let n = 1; n <= 7; n++) await cleo.say(`**${word}** number ${n}`);
    await ann.expectToRead(word, [1, 2, 3, 4, 5, 6, 7].map((n) => `${word} number ${n}`));
    await cleo.leave();
    const palette = ann.page.getByRole('dialog', { name: 'Go to or do' });
    const option = (name: string | RegExp) => palette.getByRole('option', { name });

    await ann.page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(word);
    await expect(option(`Cleo ${word}`)).toHaveCount(1, { timeout: 70_000 });
    await expect(option(/number/)).toHaveText([7, 6, 5, 4, 3].map((n) => new RegExp(`^CC?.*${word} number ${n}#lobby$`)));
    await option(/number 4/).click();
    await expect(ann.page).toHaveURL(/\?at=/);
    await expect(ann.page.locator('article').filter({ hasText: 'number 4' })).toBeInViewport();

    await ann.page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(word);
    await option('All messages found').click();
    const search = ann.page.getByRole('dialog', { name: 'Search messages' });
    await expect(search.getByRole('combobox')).toHaveValue(word);
    await expect(search.getByRole('option')).toHaveCount(7);
    await ann.page.keyboard.press('Escape');
    await expect(search).toHaveCount(0);

    await ann.page.getByRole('log').focus();
    await ann.page.keyboard.press('/');
    await expect(search.getByRole('combobox')).toBeFocused();
    await expect(search.getByRole('combobox')).toHaveValue('');
  });

  test('[ux I4] what is typed while the palette is still being fetched goes into it, not into the message', async () => {
    const name = await createRoom(ann);
    await fetchNothingLater(ann.page);
    await ann.page.reload();
    await ann.inSync();
    await ann.composer.fill('half a sentence');
    const release = await holdParts(ann.page);
    await ann.page.keyboard.press('Control+k');
    await ann.page.keyboard.type('lobb');
    await ann.page.keyboard.press('Enter');
    const palette = ann.page.getByRole('dialog', { name: 'Go to or do' });
    await expect(palette.getByRole('textbox')).toHaveValue('lobb');
    await expect(palette).toHaveAttribute('aria-busy', 'true');
    release();
    await expect(palette.getByRole('combobox')).toHaveValue('lobb');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await expect(palette.getByRole('option')).toHaveCount(1);
    await ann.page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(ann.composer).toBeFocused();
    await expect(ann.composer).toHaveValue('half a sentence');
    await ann.page.keyboard.press('Control+k');
    await expect(palette.getByRole('combobox')).toHaveValue('');
  });

  test('[ux I4] Esc closes a palette that has not come yet, and it stays closed when it comes', async () => {
    await fetchNothingLater(ann.page);
    await ann.page.reload();
    await ann.inSync();
    await ann.composer.focus();
    const release = await holdParts(ann.page);
    await ann.page.keyboard.press('Control+k');
    await ann.page.keyboard.type('lobb');
    await ann.page.keyboard.press('Escape');
    await expect(ann.page.getByRole('dialog')).toHaveCount(0);
    await expect(ann.composer).toBeFocused();
    await expect(ann.composer).toHaveValue('');
    release();
    await ann.page.waitForTimeout(500);
    await expect(ann.page.getByRole('dialog')).toHaveCount(0);
  });

  test('[ux I3] [ux I4] whoever goes to another room by keys writes there', async ({ browser }) => {
    const cleo = await Person.arrive(browser, 'Cleo who is called');
    await ann.hearAll();
    const name = await createRoom(ann);
    await cleo.say('news in the lobby');
    await expect(ann.page.getByRole('link', { name: /lobby/ })).toContainText('unread message');
    await ann.composer.focus();
    await ann.page.keyboard.press('Alt+Shift+ArrowDown');
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText('lobby');
    await expect(ann.composer).toBeFocused();
    await ann.page.keyboard.type('no new room');
    await expect(ann.composer).toHaveValue('no new room');
    await command(name);
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(ann.composer).toBeFocused();
    await ann.page.getByRole('log').focus();
    await command('Cleo who');
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText('Cleo who is called');
    await expect(ann.composer).toBeFocused();
    await ann.page.waitForTimeout(300);
    await expect(ann.composer).toBeFocused();
    await cleo.leave();
  });

  test('[ux I4] Alt+Shift+↓ goes to the next unread room, and Shift+Esc marks one as read', async ({ browser }) => {
    const cleo = await Person.arrive(browser, 'Cleo');
    await ann.hearAll();
    const name = await createRoom(ann);
    await cleo.say('news in the lobby');
    const lobby = ann.page.getByRole('link', { name: /lobby/ });
    await expect(lobby).toContainText('unread message');
    await ann.composer.press('Alt+Shift+ArrowDown');
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText('lobby');
    await expect(lobby).not.toContainText('unread message');
    await ann.page.keyboard.press('Alt+Shift+ArrowUp');
    await expect(ann.page.getByRole('heading', { level: 1 })).toContainText('lobby');
    await ann.page.waitForTimeout(READ_MS);
    await command(name);
    await cleo.say('more news in the lobby');
    await expect(lobby).toContainText('unread message');
    await expect(ann.page).toHaveTitle(/^\(1\) /);
    await ann.page.keyboard.press('Shift+Escape');
    await expect(ann.page).toHaveTitle(/^\(1\) /);
    await ann.page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
      window.dispatchEvent(new Event('blur'));
    });
    await command('lobb');
    await expect(ann.page.getByText('more news in the lobby')).toBeVisible();
    await ann.page.waitForTimeout(READ_MS);
    await expect(ann.page).toHaveTitle(/^\(1\) /);
    await ann.page.keyboard.press('Shift+Escape');
    await expect(ann.page).not.toHaveTitle(/^\(/);
    await cleo.leave();
  });

  test('[ux I4] ? shows all keys, but not while one writes, and not when single keys are off', async () => {
    const sheet = ann.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await ann.composer.press('?');
    await expect(ann.composer).toHaveValue('?');
    await ann.composer.fill('');
    await ann.page.getByRole('log').focus();
    await ann.page.keyboard.press('?');
    await expect(sheet).toBeVisible();
    await expect(sheet.getByRole('term')).toHaveCount(15);
    await ann.page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await ann.page.keyboard.press('Control+,');
    await ann.page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await ann.page.keyboard.press('Escape');
    await ann.page.getByRole('log').focus();
    await ann.page.keyboard.press('?');
    await expect(ann.page.getByRole('dialog')).toHaveCount(0);
    await ann.page.reload();
    await ann.inSync();
    await ann.page.getByRole('log').focus();
    await ann.page.keyboard.press('?');
    await expect(ann.page.getByRole('dialog')).toHaveCount(0);
  });

  test('[ux I3] ↑ and ↓ walk from message to message, and open the menu of one without leaving it', async () => {
    for (const text of ['walk one', 'walk two', 'walk three']) await ann.say(text);
    const row = (text: string) => ann.page.locator('article[data-message-id]', { hasText: text }).last();
    await expect(row('walk three')).toBeVisible();
    await ann.page.getByRole('log').focus();
    for (const [key, text] of [['ArrowUp', 'three'], ['ArrowUp', 'two'], ['ArrowUp', 'one'], ['ArrowDown', 'two']] as const) {
      await ann.page.keyboard.press(key);
      await expect(row(`walk ${text}`)).toBeFocused();
    }
    const more = row('walk two').getByRole('button', { name: 'More' });
    await more.focus();
    await ann.page.keyboard.press('ArrowDown');
    const items = ann.page.getByRole('menuitem');
    await expect(items.first()).toBeFocused();
    await ann.page.keyboard.press('ArrowDown');
    await expect(items.nth(1)).toBeFocused();
    await ann.page.keyboard.press('Escape');
    await expect(more).toBeFocused();
  });

  test('[ux I3] [ux I4] a reaction by keyboard alone', async () => {
    for (const text of ['to react to', 'the last one']) await ann.say(text);
    const row = ann.page.locator('article[data-message-id]', { hasText: 'to react to' }).last();
    await expect(ann.page.locator('article[data-message-id]', { hasText: 'the last one' }).last()).toBeVisible();
    await ann.page.getByRole('log').focus();
    await ann.page.keyboard.press('ArrowUp');
    await ann.page.keyboard.press('ArrowUp');
    await expect(row).toBeFocused();
    await ann.page.keyboard.press('Tab');
    const react = row.getByRole('button', { name: 'Add a reaction' });
    await expect(react).toBeFocused();
    await ann.page.keyboard.press('Enter');
    const field = ann.page.getByRole('searchbox');
    await expect(field).toBeFocused();
    await ann.page.keyboard.type('thumbs');
    await expect(ann.page.getByRole('gridcell')).not.toHaveCount(0);
    await ann.page.keyboard.press('ArrowDown');
    await ann.page.keyboard.press('ArrowRight');
    await expect(field).toBeFocused();
    await ann.page.keyboard.press('Enter');
    await expect(row.getByRole('button', { name: /, 1 person: Ann/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(row.locator(':focus')).toHaveAccessibleName('Add a reaction');
  });

  test('[ux I3] Esc closes the topmost thing, then goes to the composer, then to the newest message', async () => {
    for (let n = 0; n < 40; n++) await ann.say(`line ${n}`);
    const log = ann.page.getByRole('log');
    await log.focus();
    await ann.page.keyboard.press('PageUp');
    await ann.page.keyboard.press('PageUp');
    const down = ann.page.getByRole('button', { name: 'Go to the newest message' });
    await expect(down).toBeVisible();
    await ann.pill.click();
    await expect(ann.page.getByRole('radio', { name: 'SSE' })).toBeVisible();
    await ann.page.keyboard.press('Escape');
    await expect(ann.page.getByRole('radio', { name: 'SSE' })).toHaveCount(0);
    await expect(ann.composer).not.toBeFocused();
    await ann.page.keyboard.press('Escape');
    await expect(ann.composer).toBeFocused();
    await expect(down).toBeVisible();
    await ann.page.keyboard.press('Escape');
    await expect(down).toHaveCount(0);
    await expect(ann.page.getByText('line 39')).toBeInViewport();
  });
});
