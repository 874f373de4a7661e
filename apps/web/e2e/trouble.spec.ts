import { MODES } from '@fourways/chat-core';
import { expect, test } from '@playwright/test';
import { Person } from './person';

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

test('[X1] a name that cannot be is refused at the field, and kept', async ({ page }) => {
  await page.goto('/en');
  const field = page.getByRole('textbox', { name: 'Your name' });
  await field.fill('   ');
  await field.press('Enter');
  await expect(page.getByRole('alert').or(page.locator('[aria-invalid="true"]')).first()).toBeVisible();
  await expect(page).toHaveURL(/\/en$/);
});
