import { expect } from '@playwright/test';
import { Talker } from './talker';
import { test } from './reading-test';

test('[ux D4] the last own message is edited before one\'s eyes, from far back and though many have come since; Esc leaves the reader there', async ({ ann, page, reader, baseURL }) => {
  await reader.post('far', 1);
  const far = await page.locator('article', { hasText: 'far 0' }).last().getAttribute('data-message-id');
  await reader.fill('mine', 200);
  await ann.follow(far);
  await expect(page.locator(`[data-message-id="${far}"]`)).toBeInViewport();
  await expect(reader.rowOf('mine 199')).toHaveCount(0);
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await ann.composer.press('ArrowUp');
  await expect(editor).toHaveValue('mine 199');
  await expect(editor).toBeInViewport({ ratio: 1 });
  await expect(editor).toBeFocused();
  await editor.press('Escape');
  await expect(ann.composer).toBeFocused();
  await page.locator('[data-to-end]').click();

  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 170; n++) bob.say(`since ${n}`);
  await bob.heard();
  await expect(page.getByText('since 169', { exact: true })).toBeInViewport();
  await expect(reader.rowOf('mine 199')).toHaveCount(0);
  await ann.composer.press('ArrowUp');
  await expect(editor).toBeInViewport({ ratio: 1 });
  await expect(editor).toBeFocused();
  bob.leave();
});

test('[ux D4][ux B2] Esc takes back an answer and moves nobody; its X gives the keyboard to the composer; ↑ shows what it edits', async ({ ann, page, reader }) => {
  await reader.fill('talk', 60);
  await reader.readBack(3);
  const place = await reader.firstOnScreen();
  const answer = page.getByTestId('answering');
  const reply = async () => {
    await reader.rowOf(place.text).hover();
    await reader.rowOf(place.text).getByRole('button', { name: 'Reply' }).click();
    await expect(answer).toBeVisible();
  };
  await reply();
  await expect(ann.composer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(answer).toHaveCount(0);
  await page.waitForTimeout(300);
  await expect(reader.rowOf(place.text)).toBeInViewport();
  await reply();
  await answer.getByRole('button').click();
  await expect(answer).toHaveCount(0);
  await expect(ann.composer).toBeFocused();
  await expect(reader.rowOf(place.text)).toBeInViewport();

  await ann.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await expect(editor).toHaveValue('talk 59');
  await expect(editor).toBeInViewport({ ratio: 1 });
});

test('[ux B2] who goes to the end while she edits can go back up to the editor; it ends when the message is removed elsewhere', async ({ ann, page, reader }) => {
  await reader.fill('before', 40);
  await ann.say('to be edited');
  const row = page.locator('article[data-message-id]', { hasText: 'to be edited' }).last();
  const id = await row.getAttribute('data-message-id');
  await ann.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('half edited');
  await reader.post('meanwhile', 40);
  await page.locator('[data-to-end]').click();
  await expect(page.getByText('meanwhile 39', { exact: true })).toBeInViewport();
  await expect(editor).not.toBeInViewport();
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -300);
    await page.waitForTimeout(300);
    await expect(editor).toBeInViewport({ timeout: 1 });
  }).toPass({ timeout: 15_000 });
  await reader.post('one more', 1);
  await expect(page.getByText('one more 0', { exact: true })).toBeAttached();
  await expect(editor).toBeInViewport();
  await expect(editor).toHaveValue('half edited');

  await page.evaluate((messageId) => fetch(`/api/rooms/${location.pathname.split('/')[3]}/messages/${messageId}`, { method: 'DELETE' }), id);
  await expect(editor).toHaveCount(0);
  await expect(ann.composer).toBeFocused();
  await expect(page.getByText('one more 0', { exact: true })).toBeInViewport();
  await reader.post('and then', 1);
  await expect(page.getByText('and then 0', { exact: true })).toBeInViewport();
});

test('[ux B6] a message that is being edited stays in the page with its text, however many arrive', async ({ ann, page, reader }) => {
  await reader.fill('before', 40);
  await ann.say('to be edited');
  await expect(page.locator('article[data-message-id]', { hasText: 'to be edited' })).toBeVisible();
  await ann.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('to be edited, at length');
  await expect(editor).toBeInViewport();
  await expect(page.locator('[data-to-end]')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click({ trial: true });
  await page.getByRole('button', { name: 'Save' }).click({ trial: true });
  const { y } = (await editor.boundingBox())!;
  await reader.post('meanwhile', 400);
  await expect(page.getByText('meanwhile 100')).toBeAttached();
  await expect(editor).toHaveValue('to be edited, at length');
  expect(Math.abs((await editor.boundingBox())!.y - y)).toBeLessThanOrEqual(1);
  await editor.press('Enter');
  await expect(page.getByText('meanwhile 399')).toBeInViewport();
  await expect(editor).toHaveCount(0);
});
