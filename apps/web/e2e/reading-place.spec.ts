import { expect, type Route } from '@playwright/test';
import { Talker } from './talker';
import { test } from './reading-test';

/** Runs in the page: in every frame in which nobody scrolls, how far the text of a row at the top has moved at most; and how often the list grew meanwhile. */
function watchTop(): () => { moved: number; grown: number } {
  const list = document.getElementById('messages')!;
  const seen = { moved: 0, grown: 0 };
  const topOf = (row: Element) => row.querySelector('.whitespace-pre-wrap')!.getBoundingClientRect().top;
  let held: { row: Element; top: number; height: number } | null = null;
  let scrolledAt = 0;
  let frame = 0;
  list.addEventListener('wheel', () => (scrolledAt = performance.now()), { passive: true });
  const look = () => {
    frame = requestAnimationFrame(look);
    if (performance.now() - scrolledAt < 60) return void (held = null);
    const height = list.scrollHeight;
    if (held?.row.isConnected) {
      seen.moved = Math.max(seen.moved, Math.abs(topOf(held.row) - held.top));
      if (height > held.height) seen.grown += 1;
      held.height = height;
    } else {
      const row = [...list.querySelectorAll('article')].find((each) => each.getBoundingClientRect().bottom > list.getBoundingClientRect().top + 40);
      held = row ? { row, top: topOf(row), height } : null;
    }
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    return seen;
  };
}

test('[ux B4] what one reads stands still in every frame while older pages come before it (in Chromium)', async ({ page, reader }) => {
  await reader.fill('older', 400);
  // They come between two turns of the wheel.
  await page.route(/messages\?before=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 320));
    await route.continue();
  });
  const watch = await page.evaluateHandle(watchTop);
  await reader.readBack(40);
  const { moved, grown } = await watch.evaluate((stop) => stop());
  expect(grown).toBeGreaterThan(1);
  expect(moved).toBeLessThanOrEqual(1);
});

/** Runs in the page: where the texts begin that are on the screen. */
function textTops(): Record<string, number> {
  const edge = document.getElementById('messages')!.getBoundingClientRect();
  const rows = [...document.querySelectorAll<HTMLElement>('#messages article')];
  const bodies = rows.map((row) => [row.innerText.split('\n').findLast((line) => /\w \d+$/.test(line)), row.querySelector('.whitespace-pre-wrap')!.getBoundingClientRect().top] as const);
  return Object.fromEntries(bodies.filter(([, top]) => top >= edge.top && top < edge.bottom));
}

test('[ux B4] no text moves when the first message loses its head to an older one of the same author', async ({ page, reader }) => {
  await reader.fill('older', 100);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/messages\?before=/, (route) => held.then(() => route.continue()));
  const first = page.locator('#messages article').first();
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -1_000);
    await page.waitForTimeout(300);
    await expect(first).toBeInViewport({ timeout: 1 });
  }).toPass();
  await page.waitForTimeout(500);
  await expect(first).toContainText('Ann');
  const before = await page.evaluate(textTops);
  expect(Object.keys(before).length).toBeGreaterThan(10);
  answer();
  await expect(first).not.toContainText('older 50');
  await page.waitForTimeout(300);
  const after = await page.evaluate(textTops);
  for (const [text, top] of Object.entries(before)) expect(Math.abs(after[text]! - top)).toBeLessThanOrEqual(1);
});

test('[ux B9] who reads in the past of a room finds the same line at the same height when she comes back to it', async ({ page, reader }) => {
  await reader.fill('shelf', 200);
  const lobby = new URL(page.url()).pathname.split('/')[3];
  await reader.readBack(6);
  const place = await reader.firstOnScreen();
  expect(place.text).toMatch(/^shelf \d+$/);
  await expect(page.locator('article', { hasText: 'shelf 199' })).not.toBeInViewport();

  const made = await page.request.post('/api/rooms', { data: { name: `elsewhere ${Date.now()}`, kind: 'private' }, headers: { origin: new URL(page.url()).origin } });
  const { event } = (await made.json()) as { event: { roomId: string } };
  await page.locator(`nav a[href*="${event.roomId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(event.roomId));
  await expect(page.getByText('shelf')).toHaveCount(0);
  await page.locator(`nav a[href*="${lobby}"]`).first().click();
  await reader.expectToStandAt(place);
});

test('[ux F4] what is read in the past is read again after a gap: what was removed meanwhile is gone, and the place stays', async ({ ann, page, reader }) => {
  await reader.fill('gap', 200);
  await ann.choose('poll');
  const idOf = (line: string) => page.locator('article').filter({ has: page.getByText(line, { exact: true }) }).getAttribute('data-message-id');
  await reader.readBackTo('gap 100');
  const linked = await idOf('gap 100');
  await page.goto(`${page.url().split('?')[0]}?at=${linked}`);
  await expect(page.locator(`[data-message-id="${linked}"]`)).toBeInViewport();
  const removed = await idOf('gap 101');
  const place = await reader.firstOnScreen();
  const room = new URL(page.url()).pathname.split('/')[3];
  const gap = async (route: Route) => {
    const answer = await page.request.delete(`/api/rooms/${room}/messages/${removed}`, { headers: { origin: new URL(page.url()).origin } });
    expect(answer.status()).toBe(200);
    await route.fulfill({ status: 410, json: { gap: { reason: 'expired', head: new URL(route.request().url()).searchParams.get('cursor') } } });
  };
  await page.route('**/api/poll?*', gap, { times: 1 });
  await expect(page.getByText('gap 101', { exact: true })).toHaveCount(0);
  await ann.inSync();
  await reader.expectToStandAt(place);
});

test('[ux A8] who says something while she reads in the past sees it, with what came before it', async ({ ann, page, reader }) => {
  await reader.fill('past', 200);
  await reader.readBack(6);
  await expect(page.locator('article', { hasText: 'past 199' })).not.toBeInViewport();
  await ann.say('said from the past');
  await expect(page.locator('article', { hasText: 'said from the past' })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('article', { hasText: 'past 199' })).toBeInViewport();
});

test('[ux F13][ux B9] who reads in the past with an unsent message is there again after a reload', async ({ ann, page, reader }) => {
  await ann.choose('sse');
  await reader.fill('said', 60);
  const refusal = { type: 'about:blank', title: 'No', status: 403, code: 'not_a_member' };
  await page.route('**/messages', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) }));
  await ann.say('not sent');
  await expect(page.locator('article', { hasText: 'Not sent: You are not a member' })).toBeInViewport();
  await reader.readBack(1);
  const place = await reader.firstOnScreen();
  expect(place.text).toMatch(/^said \d+$/);
  await page.reload();
  await ann.inSync();
  await expect(page.locator('article', { hasText: 'Not sent: You are not a member' })).toBeAttached();
  await page.waitForTimeout(500);
  await reader.expectToStandAt(place);
});

test('[ux B2][ux B6] a thousand messages do not move what one reads; the way down has no hole where the past meets what goes on', async ({ page, reader, baseURL }) => {
  await reader.fill('long', 120);
  await reader.readBack(4);
  const place = await reader.firstOnScreen();
  expect(place.text).toMatch(/^long \d+$/);
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 1_100; n++) bob.say(`more ${n}`);
  await bob.heard();
  bob.leave();
  await expect(page.locator('[data-to-end]')).toHaveText('1,100 new');
  await reader.expectToStandAt(place);
  const numbers = () => page.getByRole('log').evaluate((list) => [...list.querySelectorAll<HTMLElement>('[data-number]')].map((row) => Number(row.dataset['number'])));
  const first = (await numbers())[0]!;
  const seen = new Set<number>();
  const newest = page.getByText('more 1099', { exact: true });
  while (!(await newest.isVisible())) {
    const shown = await numbers();
    expect(shown).toEqual(shown.map((_, i) => shown[0]! + i));
    expect(shown.length).toBeLessThanOrEqual(300);
    for (const number of shown) seen.add(number);
    await page.mouse.wheel(0, 3_000);
    await page.waitForTimeout(100);
  }
  for (const number of await numbers()) seen.add(number);
  const last = Math.max(...seen);
  expect(seen.size).toBe(last - first + 1);
});

test('[ux F4] older messages that could not be read come by themselves when they can be', async ({ page, reader }) => {
  await reader.fill('older', 80);
  await page.route(/messages\?before/, (route) => route.abort());
  await reader.readBack(8);
  await expect(page.getByText('older 29', { exact: true })).toHaveCount(0);
  await page.unroute(/messages\?before/);
  await expect(page.getByText('older 20', { exact: true })).toBeAttached();
});

test('[ux B3] what waits below is told with its count and who began; a click goes there, Esc puts it away until more comes', async ({ page, reader, baseURL }) => {
  await reader.fill('before', 40);
  await reader.readBack(3);
  const bob = await Talker.arrive(baseURL!);
  const pill = page.locator('button[data-to-end]');
  for (const n of [0, 1, 2]) bob.say(`news ${n}`);
  await expect(pill).toHaveText('3 new from Bob');
  const cleo = await Talker.arrive(baseURL!, 'Cleo');
  cleo.say('news 3');
  await expect(pill).toHaveText('4 new, first from Bob');
  await page.keyboard.press('Escape');
  await expect(pill).toHaveText('');
  await expect(pill).toHaveAccessibleName('Go to the newest message');
  cleo.say('news 4');
  await expect(pill).toHaveText('5 new, first from Bob');
  await page.getByRole('button', { name: 'Put the notice away' }).click();
  await expect(pill).toHaveText('');
  await pill.click();
  await expect(page.getByText('news 4')).toBeInViewport();
  await expect(pill).toHaveCount(0);
  bob.leave();
  cleo.leave();
});
