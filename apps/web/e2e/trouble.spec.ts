import { MODES } from '@fourways/chat-core';
import { expect } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

for (const mode of MODES) {
  test(`[G4][A7] by ${mode}: a reload and a time offline lose and double nothing`, async ({ browser }) => {
    const prefix = `trouble ${mode}`;
    const ann = await Person.arrive(browser, 'Ann', mode);
    const bob = await Person.arrive(browser, 'Bob');
    await bob.say(`${prefix} 1`);
    await ann.expectToRead(prefix, [`${prefix} 1`]);

    await ann.page.reload();
    await ann.inSync();
    await expect(ann.pill).toHaveAttribute('data-mode', mode);
    await bob.say(`${prefix} 2`);
    await ann.expectToRead(prefix, [1, 2].map((i) => `${prefix} ${i}`));

    await ann.page.context().setOffline(true);
    await bob.say(`${prefix} 3`);
    await ann.say(`${prefix} 4`);
    await expect(ann.page.locator('article', { hasText: `${prefix} 4` })).toBeVisible();
    await bob.expectToRead(prefix, [1, 2, 3].map((i) => `${prefix} ${i}`));
    await ann.page.context().setOffline(false);
    const all = [1, 2, 3, 4].map((i) => `${prefix} ${i}`);
    await ann.expectToRead(prefix, all);
    await bob.expectToRead(prefix, all);
    await ann.inSync();
    await ann.leave();
    await bob.leave();
  });
}

test('[ux A7] a page that wakes up and cannot fetch the rest of itself keeps what is sent, and goes on when it can', async ({ browser }) => {
  const bob = await Person.arrive(browser, 'Bob');
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  const sent = await (await page.request.get(page.url())).text();
  const later = (url: URL) => url.pathname.startsWith('/_next/static/chunks/') && !sent.includes(url.pathname);
  let refused = 0;
  await page.route(later, (route) => {
    refused += 1;
    return route.abort();
  });
  await page.reload();
  await expect.poll(() => refused, { timeout: 10_000 }).toBeGreaterThan(2);
  await ann.say('wakes up 1');
  await bob.say('wakes up 2');
  await expect(page.locator('article', { hasText: 'wakes up 1' })).toBeVisible();
  await expect(ann.pill).toHaveAttribute('data-status', 'offline', { timeout: 15_000 });

  await page.unroute(later);
  await ann.inSync();
  await ann.expectToRead('wakes up', ['wakes up 2', 'wakes up 1']);
  await bob.expectToRead('wakes up', ['wakes up 2', 'wakes up 1']);
  await ann.leave();
  await bob.leave();
});

test('[K1] who signs out is asked for a name again, also in her other tab', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const other = await ann.page.context().newPage();
  await other.goto('/');
  await expect(other.getByTestId('delivery-pill')).toHaveAttribute('data-status', 'in-sync');
  await ann.page.getByRole('button', { name: 'Your menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(ann.page.getByRole('textbox', { name: 'Your name' })).toBeVisible();
  await expect(other.getByTestId('delivery-pill')).toHaveAttribute('data-status', 'signed-out');
  await ann.leave();
});

test('[K1] [P3] a page that was frozen while somebody else signed in is signed out, and leads to the page of that person', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const other = await ann.page.context().newPage();
  await other.goto('/');
  const happens = (name: string) => ann.page.evaluate((event) => document.dispatchEvent(new Event(event)), name);
  await happens('freeze');
  await other.getByRole('button', { name: 'Your menu' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await other.getByRole('textbox', { name: 'Your name' }).fill('Bob anew');
  await other.keyboard.press('Enter');
  await expect(other.getByTestId('delivery-pill')).toHaveAttribute('data-status', 'in-sync');

  await happens('resume');
  await expect(ann.pill).toHaveAttribute('data-status', 'signed-out');
  await ann.page.getByRole('link', { name: 'Sign in again' }).click();
  await expect(ann.pill).toHaveAttribute('data-status', 'in-sync');
  await ann.say('said by whom');
  await expect(other.locator('article', { hasText: 'said by whom' })).toContainText('Bob anew');
  await ann.leave();
});

test('[K1] [ux D3] what one has written is there after signing in anew, when the session has ended; who signs out leaves nothing', async ({ browser, baseURL }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  const context = page.context();
  const [session] = await context.cookies();
  await context.setOffline(true);
  await ann.say('never sent');
  await expect(page.locator('article', { hasText: 'never sent' })).toBeVisible();
  await ann.composer.fill('half a sentence');
  const headers = { cookie: `${session!.name}=${session!.value}`, origin: baseURL! };
  expect((await fetch(`${baseURL}/api/session`, { method: 'DELETE', headers })).status).toBe(204);
  await context.setOffline(false);
  await expect(ann.pill).toHaveAttribute('data-status', 'signed-out', { timeout: 20_000 });

  const signIn = async () => {
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ann again');
    await page.keyboard.press('Enter');
    await ann.inSync();
  };
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await signIn();
  await expect(ann.composer).toHaveValue('never sent\n\nhalf a sentence');
  await expect(page.locator('article', { hasText: 'never sent' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn();
  await expect(ann.composer).toHaveValue('');
  await ann.leave();
});

test('[X1] a name that cannot be is refused at the field, and kept', async ({ page }) => {
  await page.goto('/en');
  const field = page.getByRole('textbox', { name: 'Your name' });
  await field.fill('   ');
  await field.press('Enter');
  await expect(page.getByRole('alert').or(page.locator('[aria-invalid="true"]')).first()).toBeVisible();
  await expect(page).toHaveURL(/\/en$/);
});
