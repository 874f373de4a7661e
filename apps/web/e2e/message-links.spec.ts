import { expect } from '@playwright/test';
import { Talker } from './talker';
import { test } from './reading-test';

test('[ux B7] Back from a message that the address names leads to where one was reading', async ({ ann, page, reader }) => {
  await reader.fill('link', 200);
  const row = page.locator('article').filter({ has: page.getByText('link 199', { exact: true }) });
  const linked = await row.getAttribute('data-message-id');
  await reader.readBack(6);
  const place = await reader.firstOnScreen();
  await ann.follow(linked);
  await expect(row).toBeInViewport();
  await expect(row).toHaveAttribute('data-flashing', 'true');
  await page.goBack();
  await reader.expectToStandAt(place);
});

test('[ux B7] a link to a message that somebody has written leads there without leaving the page, in one\'s own language, and with a key beside it to a new tab', async ({ page, reader, baseURL }) => {
  const aim = `aim ${Date.now()}`;
  await reader.post(aim, 1);
  const linked = await reader.rowOf(`${aim} 0`).getAttribute('data-message-id');
  await reader.fill('since', 120);
  const bob = await Talker.arrive(baseURL!);
  bob.say(`see ${page.url().replace('/en/', '/ru/')}?at=${linked}`);
  const link = page.locator('article').getByRole('link', { name: linked! });
  await page.evaluate(() => Object.assign(window, { same: true }));
  await link.click();
  await expect(page.locator(`[data-message-id="${linked}"]`)).toHaveAttribute('data-flashing', 'true');
  expect(page.url()).toContain(`/en/rooms/${reader.roomId}?at=${linked}`);
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  await page.goBack();
  const opened = page.context().waitForEvent('page');
  await link.click({ modifiers: ['ControlOrMeta'] });
  expect((await opened).url()).toContain('/ru/');
  bob.leave();
});

test('[ux C6] a look at the past by a link marks nothing as read', async ({ page, reader, baseURL }) => {
  await reader.fill('old', 200);
  const linked = await reader.rowOf('old 199').getAttribute('data-message-id');
  const [lobby, room] = [page.url(), reader.roomId];
  await reader.goAside();
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 150; n++) bob.say(`unseen ${n}`);
  await expect.poll(() => reader.unread(room), { timeout: 30_000 }).toBeGreaterThanOrEqual(150);
  const before = await reader.unread(room);
  await page.goto(`${lobby}?at=${linked}`);
  await expect(page.locator(`[data-message-id="${linked}"]`)).toBeInViewport();
  await page.waitForTimeout(2_500);
  expect(await reader.unread(room)).toBe(before);
  bob.leave();
});

test('[ux C6] a link past what is unread marks nothing as read, though all of it is loaded, until one goes to the end', async ({ ann, page, reader, baseURL }) => {
  const line = `last ${Date.now()}`;
  await reader.fill('old', 60);
  await reader.post(line, 1);
  const linked = await reader.rowOf(`${line} 0`).getAttribute('data-message-id');
  const lobby = page.url();
  await reader.goAside();
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 30; n++) bob.say(`unseen ${n}`);
  await bob.heard();
  await ann.follow(linked, lobby);
  await expect(page.locator(`[data-message-id="${linked}"]`)).toBeInViewport();
  await expect(page.getByText('unseen 3', { exact: true }).last()).toBeInViewport();
  await page.waitForTimeout(2_000);
  expect(await reader.unread()).toBe(30);
  await page.getByRole('log').hover();
  await page.mouse.wheel(0, 20_000);
  await expect.poll(() => reader.unread()).toBe(0);
  bob.leave();
});

test('[ux B1][ux C6] the way to what is unread leads to the first of it, a third from the top, and what comes below meanwhile is not read', async ({ ann, page, reader, baseURL }) => {
  await reader.fill('known', 5);
  await page.waitForTimeout(1_000);
  await page.goto('about:blank');
  const bob = await Talker.arrive(baseURL!);
  const first = bob.say(`first ${Date.now()}`);
  for (let n = 0; n < 130; n++) bob.say(`fresh ${n}`);
  await bob.heard();
  await page.goto('/');
  await ann.inSync();
  await page.getByRole('button', { name: 'Go to the newest message' }).click();
  await expect.poll(() => reader.unread()).toBe(0);
  await page.getByRole('button', { name: '131 unread messages' }).click();
  await expect(reader.rowOf(first)).toBeInViewport();
  const fromThird = () => reader.rowOf(first).evaluate((row) => {
    const list = document.getElementById('messages')!;
    return Math.abs(row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3);
  });
  await expect.poll(fromThird).toBeLessThan(20);
  await expect(page.getByTestId('divider').locator('xpath=following-sibling::*[1]')).toContainText(first);
  for (const n of [0, 1]) bob.say(`later ${n}`);
  await bob.heard();
  await page.waitForTimeout(1_500);
  expect(await reader.unread()).toBe(2);
  expect(await fromThird()).toBeLessThan(20);
  bob.leave();
});

test('[ux B7] the same hit leads to its message again, also from far back, and it stands out without motion', async ({ ann, page, reader }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const words = `rhubarb${Date.now()}`;
  await reader.post('far', 1);
  const far = await page.locator('article', { hasText: 'far 0' }).last().getAttribute('data-message-id');
  await reader.fill('between', 200);
  await ann.say(words);
  const hit = reader.rowOf(words);
  await expect(hit).toHaveAttribute('data-message-id', /./);
  await reader.post('after', 20);
  await ann.follow(far);
  await expect(page.locator(`[data-message-id="${far}"]`)).toBeInViewport();
  await expect(hit).toHaveCount(0);

  await reader.search(words);
  await expect(hit).toBeInViewport();
  await expect(hit).toHaveAttribute('data-flashing', 'true');
  const colour = () => hit.evaluate((row) => getComputedStyle(row).backgroundColor);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  const steady = await colour();
  await expect(hit).not.toHaveAttribute('data-flashing', 'true');
  expect(await colour()).not.toBe(steady);

  await reader.readBack(4);
  await expect(hit).not.toBeInViewport();
  await reader.search(words);
  await expect(hit).toBeInViewport();
  await expect(hit).toHaveAttribute('data-flashing', 'true');
});
