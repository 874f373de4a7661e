import { expect } from '@playwright/test';
import { Talker } from './talker';
import { test } from './reading-test';

test('[K1] [ux B1] who signs in where somebody was reading in the past begins at the end', async ({ ann, page, reader }) => {
  const prefix = `left${Date.now()}`;
  await reader.fill(prefix, 60);
  await reader.readBack(3);
  await expect(page.getByText(`${prefix} 59`, { exact: true })).not.toBeInViewport();
  await page.getByRole('button', { name: 'Your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Eve');
  await page.keyboard.press('Enter');
  await ann.inSync();
  await expect(page.getByText(`${prefix} 59`, { exact: true })).toBeInViewport();
});

test('[ux B1] the page opens at the first new message a third from the top, before there is a script, and nothing moves when it comes', async ({ ann, page, reader, baseURL }) => {
  await reader.fill('read before', 40);
  await page.waitForTimeout(1_500);
  await page.goto('about:blank');
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 28; n++) bob.say(`while away ${n}`);
  await bob.heard();
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
  await page.goto('/', { waitUntil: 'commit' });
  const divider = page.getByTestId('divider');
  await expect(divider).toBeVisible();
  const place = () => divider.evaluate((line) => {
    const list = document.getElementById('messages')!;
    return { fromTop: line.nextElementSibling!.getBoundingClientRect().top - list.getBoundingClientRect().top, third: list.clientHeight / 3, opacity: getComputedStyle(list).opacity };
  });
  const before = await place();
  expect(before.opacity).toBe('1');
  expect(Math.abs(before.fromTop - before.third)).toBeLessThan(2);
  wake();
  await ann.inSync();
  expect(Math.abs((await place()).fromTop - before.fromTop)).toBeLessThan(2);
  bob.leave();
});

test('[ux B1] who scrolls in the page before there is a script stays where she is when it comes', async ({ ann, page, reader }) => {
  await reader.fill('**said**', 60);
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByText('said 59', { exact: true })).toBeInViewport();
  await page.getByRole('log').hover();
  await page.mouse.wheel(0, -400);
  await page.waitForTimeout(1_000);
  await expect(page.getByText('said 59', { exact: true })).not.toBeInViewport();
  const place = await reader.firstOnScreen();
  wake();
  await ann.inSync();
  await page.waitForTimeout(500);
  await reader.expectToStandAt(place);
  await reader.post('meanwhile', 3);
  await expect(page.getByText('meanwhile 2', { exact: true })).toBeAttached();
  await reader.expectToStandAt(place);
});

/** Runs in each new page: where a line stands in every frame in which the list can be seen, to a pixel; null while it cannot be seen. */
function watchLine(line: string): void {
  const seen: (number | null)[] = [];
  Object.assign(window, { seen });
  const look = () => {
    requestAnimationFrame(look);
    const list = document.getElementById('messages');
    if (!list || !list.querySelector('article') || getComputedStyle(list).opacity === '0') return;
    const row = [...list.querySelectorAll<HTMLElement>('article')].find((each) => each.innerText.split('\n').includes(line));
    const top = row ? Math.round(row.getBoundingClientRect().top) : null;
    if (seen.at(-1) !== top || seen.length === 0) seen.push(top);
  };
  look();
}

for (const { where, line, drawn } of [
  { where: 'in the newest page', line: 'again 160', drawn: true },
  { where: 'before the newest page', line: 'again 110', drawn: false },
]) {
  test(`[ux B1][ux F13] who reads ${where} sees nothing else after a reload, with scripts that come late`, async ({ ann, page, reader }) => {
    await reader.fill('**again**', 200);
    await reader.readBackTo(line);
    const place = await reader.firstOnScreen();
    await page.addInitScript(watchLine, place.text);
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    await page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
    await page.reload({ waitUntil: 'commit' });
    await expect(page.getByText('again 199', { exact: true })).toBeAttached();
    await page.waitForTimeout(500);
    const seen = () => page.evaluate(() => (window as unknown as { seen: (number | null)[] }).seen);
    expect(await seen()).toEqual(drawn ? [Math.round(place.top)] : []);
    wake();
    await ann.inSync();
    await reader.expectToStandAt(place);
    await page.waitForTimeout(500);
    const tops = await seen();
    expect(tops.length).toBeGreaterThan(0);
    for (const top of tops) expect(Math.abs(top! - place.top)).toBeLessThanOrEqual(1);

    // Once more before it was there again.
    await page.route(/messages\?around/, () => undefined);
    await page.reload();
    await ann.inSync();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await reader.expectToStandAt(place);
  });
}

test('[ux B1][ux B11][ux C1][ux C3] the page opens at the first new message though it had to be fetched; what was not on the screen is not read; at the end all is, and the line stays', async ({ ann, page, reader, baseURL }) => {
  await reader.fill('known', 5);
  await page.waitForTimeout(1_000);
  await page.goto('about:blank');
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 130; n++) bob.say(`fresh ${n}`);
  await bob.heard();
  await page.addInitScript(watchLine, 'fresh 0');
  await page.goto('/');
  await ann.inSync();
  const log = page.getByRole('log');
  expect(await log.evaluate((box) => getComputedStyle(box).overflowAnchor)).toBe('none');
  const divider = page.getByTestId('divider');
  await expect(divider.locator('xpath=following-sibling::*[1]')).toContainText('fresh 0');
  await page.waitForTimeout(1_500);
  const tops = await page.evaluate(() => (window as unknown as { seen: (number | null)[] }).seen);
  const third = await log.evaluate((box) => box.getBoundingClientRect().top + box.clientHeight / 3);
  expect(tops).toEqual([Math.round(third)]);
  expect(await reader.unread()).toBeGreaterThan(90);
  expect(await reader.unread()).toBeLessThan(130);
  await page.getByRole('button', { name: 'Go to the newest message' }).click();
  await expect.poll(() => reader.unread(), { timeout: 15_000 }).toBe(0);
  await log.hover();
  for (let n = 0; n < 40 && (await divider.count()) === 0; n++) {
    await page.mouse.wheel(0, -1_500);
    await page.waitForTimeout(200);
  }
  await expect(divider.locator('xpath=following-sibling::*[1]')).toContainText('fresh 0');
  bob.leave();
});
