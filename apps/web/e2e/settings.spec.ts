import { expect, type Page } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

/** Says to a page what the browser says of notifications. */
async function permit(page: Page, first: NotificationPermission, then = first): Promise<void> {
  await page.addInitScript(
    ([now, asked]) => {
      const shown: string[] = [];
      class Shown {
        static permission = now;
        static requestPermission = async () => (Shown.permission = asked);
        constructor(title: string) {
          shown.push(title);
        }
        close() {}
      }
      Object.assign(window, { Notification: Shown, shown });
    },
    [first, then] as const,
  );
  await page.reload();
}

test.describe('settings', () => {
  let ann: Person;

  test.beforeEach(async ({ browser }) => {
    ann = await Person.arrive(browser, 'Ann');
  });

  test.afterEach(() => ann.leave());

  const dialog = () => ann.page.getByRole('dialog', { name: 'Settings' });

  async function open(): Promise<void> {
    await ann.page.getByRole('button', { name: 'Your menu' }).click();
    await ann.page.getByRole('menuitem', { name: 'Settings' }).click();
    await expect(dialog()).toBeVisible();
  }

  test('[ux H1] permission is asked by a click, and a test shows that it works', async () => {
    await permit(ann.page, 'default', 'granted');
    await open();
    await expect(dialog().getByRole('switch', { name: 'Notifications' })).not.toBeChecked();
    await dialog().getByRole('button', { name: 'Ask the browser' }).click();
    await expect(dialog().getByRole('switch', { name: 'Notifications' })).toBeChecked();
    await dialog().getByRole('button', { name: 'Show a test notification' }).click();
    expect(await ann.page.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual(['It works']);
  });

  test('[ux H1] who has refused is told how to allow it in this browser', async () => {
    await permit(ann.page, 'denied');
    await open();
    await expect(dialog().getByText(/click the sign at the left of the address/)).toBeVisible();
    await expect(dialog().getByRole('switch', { name: 'Notifications' })).toHaveCount(0);
  });

  test('[ux H7] sounds and quiet hours outlive the page', async () => {
    await open();
    await dialog().getByRole('radio', { name: 'All messages' }).check();
    await dialog().getByRole('switch', { name: 'Quiet hours' }).click();
    await dialog().getByLabel('From').fill('23:15');
    await ann.page.reload();
    await ann.inSync();
    await open();
    await expect(dialog().getByRole('radio', { name: 'All messages' })).toBeChecked();
    await expect(dialog().getByRole('switch', { name: 'Quiet hours' })).toBeChecked();
    await expect(dialog().getByLabel('From')).toHaveValue('23:15');
  });

  test('[ux J5][ux J2] theme, contrast and language hold after a reload, from the first paint on; the room stays, and so do the settings', async () => {
    const room = ann.page.url().split('/').at(-1)!;
    await open();
    await dialog().getByRole('radio', { name: 'Dark' }).check();
    await dialog().getByRole('radio', { name: 'High' }).check();
    await ann.page.keyboard.press('Escape');
    await ann.page.reload({ waitUntil: 'commit' });
    await expect(ann.page.locator('html')).toHaveAttribute('data-contrast', 'more');
    await expect(ann.page.locator('html')).toHaveClass(/dark/);
    const canvas = await ann.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--canvas'));
    expect(canvas).toMatch(/^#0+$/);
    await ann.inSync();
    await open();
    await dialog().getByRole('radio', { name: 'Русский' }).click();
    await expect(ann.page).toHaveURL(new RegExp(`/ru/rooms/${room}$`));
    await expect(ann.page.locator('html')).toHaveAttribute('lang', 'ru');
    const settings = ann.page.getByRole('dialog', { name: 'Настройки' });
    await expect(settings.getByRole('radio', { name: 'Русский' })).toBeChecked();
    await ann.page.keyboard.press('Escape');
    await expect(settings).toHaveCount(0);
    await ann.page.reload();
    await ann.inSync();
    await expect(settings).toHaveCount(0);
  });
});
