import { type BrowserContext, expect, type Page } from '@playwright/test';
import { Person } from './person';
import { Talker } from './talker';
import { test } from './test';

/** In place of the system's notifications: what was shown, and by which tab. */
async function watchNotifications(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shown: { title: string; body?: string; tag?: string; onclick?: () => void }[] = [];
    class Shown {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      onclick?: () => void;
      constructor(title: string, { body, tag }: NotificationOptions = {}) {
        shown.push(Object.assign(this, { title, body, tag }));
      }
      close() {}
    }
    Object.assign(window, { Notification: Shown, shown });
    if (!localStorage.getItem('fourways.preferences')) localStorage.setItem('fourways.preferences', '{"notifications":true}');
  });
}

const shown = (page: Page) => page.evaluate(() => (window as unknown as { shown: { title: string; body?: string }[] }).shown.map(({ title, body }) => `${title}: ${body}`));

/** The window loses the keyboard, or gets it back; Playwright's pages never do by themselves. */
async function focus(page: Page, focused: boolean): Promise<void> {
  await page.evaluate((now) => {
    document.hasFocus = () => now;
    window.dispatchEvent(new Event(now ? 'focus' : 'blur'));
  }, focused);
}

/** What was on the screen for so long has been read. */
const READ_MS = 1_200;

const icon = (page: Page) => page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel="icon"]')!.href.slice(0, 9));

test.describe('awareness', () => {
  let bob: Talker;

  test.beforeEach(async ({ baseURL }) => {
    bob = await Talker.arrive(baseURL!);
  });

  test.afterEach(() => bob.leave());

  test('[ux H3][ux H6] who looks elsewhere finds a number, a dot and a notification; who comes back finds none', async ({ browser }) => {
    const context = await browser.newContext();
    await watchNotifications(context);
    const ann = await Person.enter(context, 'Ann');
    await ann.hearAll();
    const { page } = ann;
    bob.say('while she looks');
    await expect(page.getByRole('log').getByText('while she looks')).toBeVisible();
    await expect(page).toHaveTitle('#lobby · Fourways');
    await page.waitForTimeout(READ_MS);
    await focus(page, false);
    bob.say('while she is away');
    await expect(page).toHaveTitle('(1) #lobby · Fourways');
    bob.say('still away');
    await expect(page).toHaveTitle('(2) #lobby · Fourways');
    await expect.poll(() => icon(page)).toBe('data:imag');
    expect(await shown(page)).toEqual(['Bob in #lobby: while she is away', 'Bob in #lobby: still away']);
    await focus(page, true);
    await expect(page).toHaveTitle('#lobby · Fourways', { timeout: 500 });
    expect(await icon(page)).toMatch(/^http/);
    await context.close();
  });

  test('[ux H3] a click on a notification opens its room', async ({ browser }) => {
    const context = await browser.newContext();
    await watchNotifications(context);
    const ann = await Person.enter(context, 'Ann');
    await ann.hearAll();
    const { page } = ann;
    const lobby = page.url();
    await page.getByRole('button', { name: 'Create a room' }).click();
    await page.getByRole('textbox', { name: 'Room name' }).fill(`elsewhere ${Date.now()}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'elsewhere' }).first()).toBeVisible();
    await focus(page, false);
    bob.say('over here');
    await expect.poll(() => shown(page)).toEqual(['Bob in #lobby: over here']);
    await page.evaluate(() => (window as unknown as { shown: { onclick: () => void }[] }).shown[0]!.onclick());
    await expect(page).toHaveURL(lobby);
    await context.close();
  });

  test('[ux H2][ux H3] of three tabs one notifies, and none while somebody looks at the room in any of them', async ({ browser }) => {
    const context = await browser.newContext();
    await watchNotifications(context);
    const first = await Person.enter(context, 'Ann');
    await first.hearAll();
    const tabs = [first, await first.anotherTab(), await first.anotherTab()];
    const all = async () => (await Promise.all(tabs.map(({ page }) => shown(page)))).flat();
    for (const tab of tabs) await tab.inSync();
    for (const { page } of tabs.slice(0, 2)) await focus(page, false);
    bob.say('seen in the third');
    for (const tab of tabs) await tab.expectToRead('seen', ['seen in the third']);
    await focus(tabs[2]!.page, false);
    bob.say('seen by nobody');
    await expect.poll(all).toEqual(['Bob in #lobby: seen by nobody']);
    await context.close();
  });

  test('[ux G3] after five minutes without input a person is idle, and with the next she is back', async ({ browser }) => {
    const context = await browser.newContext();
    await context.clock.install();
    const ann = await Person.enter(context, 'Ann who sits here', 'sse');
    const other = await Person.arrive(browser, 'Cleo');
    const row = other.page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'Ann who sits here' });
    await expect(row).toContainText('online');
    await context.clock.fastForward('05:01');
    await expect(row).toContainText('idle');
    await ann.inSync();
    await expect(row).toContainText('idle');
    await ann.page.mouse.move(200, 200);
    await expect(row).toContainText('online');
    await context.close();
    await other.leave();
  });
});
