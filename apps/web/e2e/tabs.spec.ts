import { expect } from '@playwright/test';
import { audited } from './audited';
import { Desktop } from './desktop';
import { OpenConnections } from './open-connections';
import { Person } from './person';
import { Talker } from './talker';
import { test } from './test';

/** A follower has taken over by then (contract A14). */
const TAKEOVER = { timeout: 6_000, intervals: [50] };

test.describe('the tabs of one person', () => {
  let desktop: Desktop;
  let open: OpenConnections;
  let tabs: Person[];
  let bob: Talker;

  test.beforeEach(async () => {
    desktop = await Desktop.start();
    open = new OpenConnections(desktop.window);
  });

  test.afterEach(async () => {
    bob.leave();
    await desktop.stop();
  });

  async function openTabs(count: number, baseURL: string | undefined): Promise<void> {
    bob = await Talker.arrive(baseURL!);
    tabs = [await Person.enter(desktop.window, 'Ann', 'sse', baseURL)];
    while (tabs.length < count) tabs.push(await tabs[0]!.anotherTab());
    for (const tab of tabs) await tab.inSync();
  }

  /** The numbers of the tabs that hold a stream open. */
  const streaming = () => open.of('sse').map((page) => tabs.findIndex((tab) => tab.page === page));

  const leader = () => tabs[streaming()[0]!]!;

  async function allRead(prefix: string, lines: readonly string[], readers = tabs): Promise<void> {
    for (const tab of readers) await tab.expectToRead(prefix, lines);
  }

  /** The talk ends; all who are left have read it, and the server agrees. */
  async function settled(prefix: string, stop: () => string[], readers = tabs): Promise<void> {
    await allRead(prefix, stop(), readers);
    await audited(...readers);
  }

  test('[A13][Y1][Y3] seven are live over one connection of HTTP/1.1, in the mode that was chosen in any of them', async ({ baseURL }) => {
    test.slow();
    await openTabs(7, baseURL);
    for (const [n, mode] of (['sse', 'websocket', 'long-poll', 'poll'] as const).entries()) {
      if (mode !== 'sse') {
        await tabs[n]!.page.bringToFront();
        await tabs[n]!.choose(mode);
      }
      for (const tab of tabs) await expect(tab.pill).toHaveAttribute('data-mode', mode);
      const said = [bob.say(`seven by ${mode}: Bob`)];
      await allRead(`seven by ${mode}`, said);
      await tabs[4]!.page.bringToFront();
      await tabs[4]!.say(`seven by ${mode}: the fifth tab`);
      await allRead(`seven by ${mode}`, [...said, `seven by ${mode}: the fifth tab`]);
      expect(open.modes).toEqual(mode === 'poll' ? [] : [mode]);
    }
    await audited(...tabs);
  });

  test('[A14][Y2] when the leading one is closed, another takes over, and nothing is lost @alone', async ({ baseURL }) => {
    await openTabs(3, baseURL);
    const stop = bob.talk('leader closed');
    await expect.poll(() => tabs[2]!.reads('leader closed')).not.toEqual([]);
    await leader().page.close();
    const others = tabs.filter((tab) => !tab.page.isClosed());
    await expect.poll(streaming, TAKEOVER).toHaveLength(1);
    await settled('leader closed', stop, others);
  });

  test('[A14][Y2][P3] when the leading one is frozen, another takes over; thawed, it follows, and nothing is lost or doubled @alone', async ({ baseURL }) => {
    await openTabs(3, baseURL);
    const stop = bob.talk('leader frozen', 50);
    const frozen = leader();
    await tabs[2]!.page.bringToFront();
    const devtools = await desktop.window.newCDPSession(frozen.page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await expect.poll(() => streaming().filter((tab) => tabs[tab] !== frozen), TAKEOVER).toHaveLength(1);
    await expect(tabs[2]!.page.locator('article', { hasText: 'leader frozen 9' })).toBeVisible();
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await frozen.inSync();
    await expect.poll(streaming).toHaveLength(1);
    await settled('leader frozen', stop);
  });

  test('[A14][Y2] when the leading one hangs for 12 s, another takes over; when it goes on it follows, and nothing is lost or doubled @alone', async ({ baseURL }) => {
    await openTabs(3, baseURL);
    const stop = bob.talk('leader hung');
    const hung = leader();
    await tabs[2]!.page.bringToFront();
    const over = hung.page.evaluate(() => {
      const end = performance.now() + 12_000;
      while (performance.now() < end);
    });
    await expect.poll(() => streaming().filter((tab) => tabs[tab] !== hung), TAKEOVER).toHaveLength(1);
    await over;
    await expect.poll(streaming).toHaveLength(1);
    await settled('leader hung', stop);
  });

  test('[A14][Y2] the one that is looked at relieves a hidden leader, and nothing is lost @alone', async ({ baseURL }) => {
    await openTabs(3, baseURL);
    const stop = bob.talk('leader hidden');
    for (const tab of [0, 1]) {
      await tabs[tab]!.page.bringToFront();
      await expect.poll(streaming, { timeout: TAKEOVER.timeout + 1_000 }).toEqual([tab]);
    }
    await settled('leader hidden', stop);
  });

  test('[Y1] five reloads of the leading one in a row leave one connection', async ({ baseURL }) => {
    await openTabs(3, baseURL);
    const stop = bob.talk('leader reloads');
    const reloaded = leader();
    await reloaded.page.bringToFront();
    for (let n = 0; n < 5; n++) await reloaded.page.reload({ waitUntil: 'domcontentloaded' });
    await reloaded.inSync();
    await expect.poll(streaming).toHaveLength(1);
    await settled('leader reloads', stop);
  });

  test('[K1][Y1] who signs out in one is signed out in all', async ({ baseURL }) => {
    await openTabs(3, baseURL);
    await tabs[1]!.page.bringToFront();
    await tabs[1]!.page.getByRole('button', { name: 'Your menu' }).click();
    await tabs[1]!.page.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const tab of [tabs[0]!, tabs[2]!]) await expect(tab.pill).toHaveAttribute('data-status', 'signed-out');
    expect(open.modes).toEqual([]);
  });

  test('[Y1] a tab whose address names a mode keeps its own connection, and says nothing of another', async ({ baseURL }) => {
    await openTabs(2, baseURL);
    const own = await tabs[0]!.anotherTab(`${baseURL}/en/rooms?mode=websocket`);
    await own.inSync();
    expect(open.of('websocket')).toEqual([own.page]);
    expect(streaming()).toHaveLength(1);
  });
});
