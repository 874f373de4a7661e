import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Mode } from '@fourways/chat-core';
import { fetchNothingLater } from './later-parts';
import { Person } from './person';
import { test } from './test';

const MODES: readonly Mode[] = ['poll', 'long-poll', 'sse', 'websocket'];
/** What could not be fetched was asked for again after this time. */
const RETRY_MS = 5_000;
const LATER_MS = 11 * 60_000;

const notice = (page: Page) => page.getByTestId('version').getByText('A newer version');

/** From now on the server says that it serves another version; the answer tells how often it was asked. */
async function deploy(context: BrowserContext): Promise<() => number> {
  let asked = 0;
  await context.route('**/version', (route) => {
    asked += 1;
    return route.fulfill({ json: { version: 'the-next-one' } });
  });
  return () => asked;
}

async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { older: true }));
}

const isOlder = (page: Page) => page.evaluate(() => 'older' in window).catch(() => true);

async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const [name, value] of Object.entries({ hidden: true, visibilityState: 'hidden' })) Object.defineProperty(document, name, { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

for (const mode of MODES) {
  test(`[ux F13] after a lost connection a page notices that a newer version is there, by ${mode}`, async ({ browser }) => {
    const ann = await Person.arrive(browser, 'Ann', mode);
    const { page } = ann;
    const asked = await deploy(page.context());
    await page.context().setOffline(true);
    await expect(ann.pill).not.toHaveAttribute('data-status', 'in-sync', { timeout: 40_000 });
    expect(asked()).toBe(0);
    await page.context().setOffline(false);
    await ann.inSync();
    await expect(notice(page)).toBeVisible();
    await ann.leave();
  });
}

test.describe('with a newer version', () => {
  let ann: Person;
  let page: Page;

  test.beforeEach(async ({ browser }) => {
    ann = await Person.arrive(browser, 'Ann');
    page = ann.page;
  });

  test.afterEach(() => ann.leave());

  test('[ux F13] the server says which version it is, and a page of the same sees no notice', async () => {
    const answer = await page.request.get('/version');
    expect(answer.headers()['cache-control']).toBe('no-store');
    expect(await answer.json()).toEqual({ version: expect.stringMatching(/^[\w-]{20,}$/) });
    await page.context().setOffline(true);
    await expect(ann.pill).not.toHaveAttribute('data-status', 'in-sync', { timeout: 40_000 });
    const comparing = page.waitForResponse('**/version');
    await page.context().setOffline(false);
    await comparing;
    await page.waitForTimeout(500);
    await expect(notice(page)).toHaveCount(0);
  });

  test('[ux F13] a part of the page that has another name by now is asked for no more; Reload keeps text and place', async () => {
    test.slow();
    await say(200);
    await fetchNothingLater(page);
    await page.reload();
    await ann.inSync();
    await page.getByRole('log').hover();
    for (let n = 0; n < 6; n++) {
      await page.mouse.wheel(0, -600);
      await page.waitForTimeout(200);
    }
    const place = await firstOnScreen();
    expect(place.text).toMatch(/^line \d+$/);
    await ann.composer.fill('half a sentence');

    const asked = await deploy(page.context());
    let chunks = 0;
    await page.context().route('**/_next/static/chunks/**', (route) => {
      chunks += 1;
      return route.fulfill({ status: 404 });
    });
    await page.keyboard.press('Control+k');
    await expect(notice(page)).toBeVisible();
    await expect(async () => {
      const before = chunks;
      await page.waitForTimeout(RETRY_MS + 2_000);
      expect(chunks).toBe(before);
    }).toPass({ timeout: 30_000 });
    expect(asked()).toBe(1);

    await mark(page);
    await page.context().unroute('**/_next/static/chunks/**');
    await page.context().unroute('**/version');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => isOlder(page)).toBe(false);
    await ann.inSync();
    await expect(ann.composer).toHaveValue('half a sentence');
    await expect.poll(async () => (await firstOnScreen()).text).toBe(place.text);
    expect(Math.abs((await firstOnScreen()).top - place.top)).toBeLessThanOrEqual(1);
    await expect(notice(page)).toHaveCount(0);
  });

  test('[ux F13] a page that nobody looks at reloads by itself, once, and not while a message is edited', async () => {
    test.slow();
    await ann.say('to be edited');
    await expect(page.locator('article[data-message-id]', { hasText: 'to be edited' })).toBeVisible();
    await ann.composer.press('ArrowUp');
    const editor = page.getByRole('textbox', { name: 'Edit your message' });
    await editor.fill('to be edited, at length');
    await mark(page);
    await deploy(page.context());
    await page.clock.install();
    await page.clock.fastForward(LATER_MS);
    await hide(page);
    await expect(notice(page)).toBeAttached();
    await page.clock.runFor(65_000);
    expect(await isOlder(page)).toBe(true);
    await expect(editor).toHaveValue('to be edited, at length');

    await editor.press('Escape');
    await page.clock.runFor(35_000);
    await expect.poll(() => isOlder(page), { timeout: 40_000 }).toBe(false);

    await ann.inSync();
    await mark(page);
    await page.clock.fastForward(LATER_MS);
    await hide(page);
    await expect(notice(page)).toBeAttached();
    await page.clock.runFor(65_000);
    expect(await isOlder(page)).toBe(true);
  });

  async function say(lines: number): Promise<void> {
    await page.evaluate(async (count) => {
      const room = location.pathname.split('/')[3];
      const post = (body: string) => fetch(`/api/rooms/${room}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientMsgId: crypto.randomUUID(), body }) });
      for (let n = 0; n < count; n++) await post(`line ${n}`);
    }, lines);
  }

  /** The first message that can be seen whole, and where it begins. */
  function firstOnScreen(): Promise<{ text: string; top: number }> {
    return page.getByRole('log').evaluate((list) => {
      const edge = list.getBoundingClientRect().top;
      const row = [...list.querySelectorAll<HTMLElement>('article')].find((each) => each.getBoundingClientRect().top >= edge);
      return { text: /\S+ \d+$/m.exec(row?.innerText ?? '')?.[0] ?? '', top: row?.getBoundingClientRect().top ?? NaN };
    });
  }
});
