import { MODES } from '@fourways/chat-core';
import { type BrowserContext, expect } from '@playwright/test';
import { FaultyProxy } from '../../api/test/faulty-proxy';
import { blackHole } from '../../api/test/proxy/faults';
import { audited } from './audited';
import { Desktop } from './desktop';
import { OpenConnections } from './open-connections';
import { Person } from './person';
import { Talker } from './talker';
import { test } from './test';

/** Contract A15. */
const CAUGHT_UP_MS = 2_000;
/** A page that slept notices it in its next tick, and shows it in the frame after. */
const NOTICED_MS = 500;
const HOUR_MS = 3_600_000;

let bob: Talker;

test.beforeEach(async ({ baseURL }) => {
  bob = await Talker.arrive(baseURL!);
});

test.afterEach(() => bob.leave());

/** What one glance at the page tells: its state, and how many of the lines are there. */
const glance = ({ page }: Person, prefix: string) =>
  page.evaluate((start) => {
    const rows = [...document.querySelectorAll<HTMLElement>('article[data-client-msg-id]')];
    const pill = document.querySelector<HTMLElement>('[data-testid="delivery-pill"]');
    return { inSync: pill?.dataset['status'] === 'in-sync', lines: rows.filter(({ innerText }) => innerText.includes(start)).length };
  }, prefix);

/** One tab for each mode, each with a connection of its own. */
async function oneTabForEachMode(context: BrowserContext, baseURL: string | undefined): Promise<Person[]> {
  const first = await Person.enter(context, 'Ann', 'websocket', baseURL);
  const tabs: Person[] = [];
  for (const mode of MODES) tabs.push(await first.anotherTab(`${first.page.url()}?mode=${mode}`));
  await first.page.close();
  for (const tab of tabs) await tab.inSync();
  return tabs;
}

/**
 * Goes elsewhere and back until the browser has kept the page, which is for it to decide: one whose lock another tab waits for or looks at
 * in that very moment is thrown away. Says whether it was kept the first time, so that it is still the page it was.
 */
async function leftAndComeBackTo(tab: Person, elsewhere: string): Promise<boolean> {
  const { page } = tab;
  await page.bringToFront();
  let tries = 0;
  await expect(async () => {
    await tab.inSync();
    tries++;
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (document.body.dataset.persisted = String(persisted))));
    await page.goto(elsewhere);
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.locator('body')).toHaveAttribute('data-persisted', 'true', { timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  return tries === 1;
}

/** A page that was loaded anew begins with the newest lines; from there on nothing may be missing. */
async function readToTheEnd(tab: Person, prefix: string, lines: readonly string[]): Promise<void> {
  await tab.page.bringToFront();
  await expect(async () => {
    const read = await tab.reads(prefix);
    expect(read.length).toBeGreaterThan(0);
    expect(read).toEqual(lines.slice(-read.length));
  }).toPass({ timeout: 30_000 });
}

async function allRead(tabs: readonly Person[], prefix: string, lines: readonly string[]): Promise<void> {
  for (const tab of tabs) {
    await tab.page.bringToFront();
    await tab.expectToRead(prefix, lines);
    await tab.inSync();
  }
  await audited(...tabs);
}

for (const mode of MODES) {
  test(`[A15][P1][ux F6] by ${mode}: a laptop that slept for ten minutes, whose connections have died, has caught up within 2 s of waking`, { tag: '@alone' }, async ({ browser, baseURL }) => {
    const proxy = await FaultyProxy.start(() => Number(new URL(baseURL!).port));
    const context = await browser.newContext({ baseURL: proxy.url });
    await context.clock.install();
    const ann = await Person.enter(context, 'Ann', mode);
    proxy.set(blackHole(), 'open');
    const said = Array.from({ length: 20 }, (_, n) => bob.say(`slept by ${mode} ${n}`));
    await bob.heard();
    await ann.page.clock.fastForward('10:00');
    const wokenAt = performance.now();
    for (let now = await glance(ann, `slept by ${mode}`); !now.inSync || now.lines < said.length; now = await glance(ann, `slept by ${mode}`)) {
      const awakeMs = performance.now() - wokenAt;
      expect(awakeMs).toBeLessThan(CAUGHT_UP_MS);
      if (awakeMs > NOTICED_MS) expect(now.inSync).toBe(false);
    }
    await allRead([ann], `slept by ${mode}`, said);
    await context.close();
    await proxy.stop();
  });
}

test('[P1] a wall clock that is set an hour ahead, and then two back, does no harm in any mode', async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  await context.clock.install();
  const tabs = await oneTabForEachMode(context, baseURL);
  const stop = bob.talk('clock');
  for (const ms of [HOUR_MS, -HOUR_MS]) {
    await context.clock.setSystemTime(Date.now() + ms);
    const line = bob.say(`jumped by ${ms}`);
    for (const tab of tabs) await expect(tab.page.locator('article', { hasText: line })).toBeVisible();
  }
  await allRead(tabs, 'clock', stop());
  await context.close();
});

test('[G4][P1] offline for a while in the middle of a talk: nothing is lost or doubled in any mode', async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const tabs = await oneTabForEachMode(context, baseURL);
  const stop = bob.talk('offline');
  await tabs[0]!.expectToRead('offline 0', ['offline 0']);
  await context.setOffline(true);
  for (const tab of tabs) await expect(tab.pill).toHaveAttribute('data-status', /connecting|offline|catching-up/);
  await context.setOffline(false);
  for (const tab of tabs) await tab.inSync();
  await allRead(tabs, 'offline', stop());
  await context.close();
});

test('[G4] a machine six times slower keeps in sync in every mode', { tag: '@alone' }, async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext();
  const tabs = await oneTabForEachMode(context, baseURL);
  const devtools = await Promise.all(tabs.map(({ page }) => context.newCDPSession(page)));
  for (const each of devtools) await each.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const stop = bob.talk('slow', 100);
  // Four slowed pages slow down who talks, too: what is to be shown in time has been said first.
  await expect.poll(() => bob.knows('slow 30'), { timeout: 60_000 }).toBe(true);
  for (const tab of tabs) await expect(tab.page.locator('article', { hasText: 'slow 5' }).first()).toBeVisible();
  for (const tab of tabs) await tab.inSync();
  for (const each of devtools) await each.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await allRead(tabs, 'slow', stop());
  await context.close();
});

test.describe('a page that is not looked at', () => {
  let desktop: Desktop;

  test.beforeEach(async () => {
    desktop = await Desktop.start();
  });

  test.afterEach(() => desktop.stop());

  test('[P2][ux F10] polls every 15 s, says so, and stays present; looked at again it asks at once', async ({ baseURL }) => {
    const ann = await Person.enter(desktop.window, 'Ann', 'poll', baseURL);
    const me: string = await ann.page.evaluate(async () => (await (await fetch('/api/snapshot')).json()).me.id);
    const asked: { at: number; hidden: boolean }[] = [];
    ann.page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/poll') asked.push({ at: performance.now(), hidden: searchParams.has('hidden') });
    });
    await desktop.window.newPage();
    await expect.poll(() => asked.filter(({ hidden }) => hidden).length).toBe(1);
    const line = bob.say('while nobody looks');
    await expect.poll(() => asked.filter(({ hidden }) => hidden).length, { timeout: 20_000 }).toBe(2);
    expect(asked.at(-1)!.at - asked.at(-2)!.at).toBeGreaterThan(14_900);
    expect(bob.sees(me)).toBe(true);
    const before = asked.length;
    await ann.page.bringToFront();
    await expect.poll(() => asked.length, { timeout: 1_000, intervals: [20] }).toBeGreaterThan(before);
    expect(asked[before]!.hidden).toBe(false);
    await allRead([ann], 'while nobody', [line]);
  });

  test('[P2][ux F10] goes on as it is in the modes that hold a connection', async ({ baseURL }) => {
    const tabs = (await oneTabForEachMode(desktop.window, baseURL)).slice(1);
    const openedSince = new OpenConnections(desktop.window);
    await desktop.window.newPage();
    for (const { page } of tabs) expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    const line = bob.say('while hidden');
    for (const tab of tabs) await tab.expectToRead('while hidden', [line]);
    expect(openedSince.of('sse').concat(openedSince.of('websocket'))).toEqual([]);
    await allRead(tabs, 'while hidden', [line]);
  });

  test('[P3][ux F6] frozen, it holds nothing open; thawed, nothing is lost or doubled in any mode', async ({ baseURL }) => {
    const proxy = await FaultyProxy.start(() => Number(new URL(baseURL!).port));
    const tabs = await oneTabForEachMode(desktop.window, proxy.url);
    await desktop.window.newPage();
    const { open } = proxy;
    const devtools = await Promise.all(tabs.map(({ page }) => desktop.window.newCDPSession(page)));
    for (const each of devtools) await each.send('Page.setWebLifecycleState', { state: 'frozen' });
    await expect.poll(() => proxy.open).toBeLessThanOrEqual(open - 3);
    const said = Array.from({ length: 20 }, (_, n) => bob.say(`while frozen ${n}`));
    await bob.heard();
    for (const each of devtools) await each.send('Page.setWebLifecycleState', { state: 'active' });
    await allRead(tabs, 'while frozen', said);
    await proxy.stop();
  });

  test('[P3][ux F6] left and come back to by the back-forward cache, nothing is lost or doubled in any mode, nor in a tab that shares', { tag: '@alone' }, async ({ baseURL }) => {
    test.slow();
    await desktop.window.route('**/rooms/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'no-cache' } });
    });
    const tabs = await oneTabForEachMode(desktop.window, baseURL);
    const shared = await tabs[0]!.anotherTab(tabs[0]!.page.url().replace(/\?.*/, ''));
    await shared.inSync();
    tabs.push(shared);
    const stop = bob.talk('away');
    const kept = new Set<Person>();
    for (const tab of tabs) if (await leftAndComeBackTo(tab, baseURL!.replace('127.0.0.1', 'localhost'))) kept.add(tab);
    const lines = stop();
    for (const tab of tabs) if (!kept.has(tab)) await readToTheEnd(tab, 'away', lines);
    await allRead(tabs.filter((tab) => kept.has(tab)), 'away', lines);
    expect(kept.size).toBeGreaterThanOrEqual(tabs.length - 1);
  });
});
