import { MODES } from '@fourways/chat-core';
import { expect, type Page } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

const lines = (prefix: string, ...parts: (number | string)[]) => parts.map((part) => `${prefix} ${part}`);
const row = ({ page }: Person, text: string) => page.locator('article', { hasText: text });

/** How many unsent messages lie on this browser's disk, of whomever. */
const keptOnDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('fourways.outbox');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

/** Cuts this browser off from the api, but not from its pages, until the returned function is called. */
async function cutOff(person: Person): Promise<() => void> {
  const context = person.page.context();
  let cut = true;
  await context.route('**/api/**', (route) => (cut ? route.abort() : route.continue()));
  await context.routeWebSocket('**/api/ws/**', (socket) => void (cut ? socket.close() : socket.connectToServer()));
  await person.page.reload();
  return () => (cut = false);
}

for (const mode of MODES) {
  test(`[ux A6][W5] by ${mode}: ten messages typed fast arrive once and in the order of typing`, async ({ browser }) => {
    const prefix = `fast ${mode}`;
    const ann = await Person.arrive(browser, 'Ann', mode);
    const bob = await Person.arrive(browser, 'Bob');
    const typed = lines(prefix, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (const line of typed) await ann.say(line);
    await ann.expectToRead(prefix, typed);
    await bob.expectToRead(prefix, typed);
    await expect.poll(() => keptOnDisk(ann.page)).toBe(0);
    await ann.leave();
    await bob.leave();
  });

  test(`[ux A7][W5] by ${mode}: a tab that is killed right after Enter, with no connection, loses nothing`, async ({ browser }) => {
    const prefix = `killed ${mode}`;
    const bob = await Person.arrive(browser, 'Bob');
    const ann = await Person.arrive(browser, 'Ann', mode);
    const mend = await cutOff(ann);
    const devtools = await ann.page.context().newCDPSession(ann.page);
    const crashed = ann.page.waitForEvent('crash');
    await ann.say(`${prefix} 1`);
    await ann.say(`${prefix} 2`);
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;

    mend();
    const next = await ann.anotherTab();
    await bob.expectToRead(prefix, lines(prefix, 1, 2));
    await next.expectToRead(prefix, lines(prefix, 1, 2));
    await expect.poll(() => keptOnDisk(next.page)).toBe(0);
    await ann.leave();
    await bob.leave();
  });
}

test('[ux A7][W5] what is written offline survives a reload, can be taken back there, and is sent in order and once', async ({ browser }) => {
  const bob = await Person.arrive(browser, 'Bob');
  const ann = await Person.arrive(browser, 'Ann');
  const mend = await cutOff(ann);
  for (const line of lines('reload', 1, 2, 3, 4)) await ann.say(line);
  await expect(row(ann, 'reload 4').locator('[data-state="queued"]')).toHaveText('Waiting for the connection');

  await ann.page.reload();
  await ann.expectToRead('reload', lines('reload', 1, 2, 3, 4));
  await expect(row(ann, 'reload 1').locator('[data-state="queued"]')).toBeAttached();
  await row(ann, 'reload 2').hover();
  await row(ann, 'reload 2').getByRole('button', { name: 'Remove message' }).click();
  await row(ann, 'reload 3').hover();
  await row(ann, 'reload 3').getByRole('button', { name: 'Edit message' }).click();
  await expect(ann.composer).toHaveValue('reload 3');
  await ann.composer.press('Enter');
  expect(await bob.reads('reload')).toEqual([]);

  mend();
  await bob.expectToRead('reload', lines('reload', 1, 4, 3));
  await ann.expectToRead('reload', lines('reload', 1, 4, 3));
  await ann.leave();
  await bob.leave();
});

test('[ux F12][W5] each tab sends its own; what a closed tab left is taken over by the other, in the order of typing', async ({ browser }) => {
  const bob = await Person.arrive(browser, 'Bob');
  const ann = await Person.arrive(browser, 'Ann');
  const mend = await cutOff(ann);
  const tab = await ann.anotherTab();
  await ann.say('tabs 1 first');
  await tab.say('tabs 2 second');
  await ann.say('tabs 3 first');
  await tab.say('tabs 4 second');
  await expect.poll(() => keptOnDisk(ann.page)).toBe(4);
  const third = await ann.anotherTab();
  await third.say('tabs 5 third');
  await third.expectToRead('tabs', ['tabs 5 third']);
  await row(third, 'tabs 5').hover();
  await row(third, 'tabs 5').getByRole('button', { name: 'Remove message' }).click();
  await third.page.close();
  await ann.page.bringToFront();
  await ann.expectToRead('tabs', ['tabs 1 first', 'tabs 3 first']);

  await tab.page.close();
  const all = ['tabs 1 first', 'tabs 2 second', 'tabs 3 first', 'tabs 4 second'];
  await ann.expectToRead('tabs', all);
  mend();
  await bob.expectToRead('tabs', all);
  await ann.expectToRead('tabs', all);
  await ann.leave();
  await bob.leave();
});

test('[W5] who signs out takes her unsent messages along: the next person here neither sees nor sends them, from any tab', async ({ browser }) => {
  const bob = await Person.arrive(browser, 'Bob');
  const ann = await Person.arrive(browser, 'Ann', 'poll');
  const context = ann.page.context();
  const asleep = await ann.anotherTab();
  await asleep.inSync();
  const devtools = await context.newCDPSession(asleep.page);
  await devtools.send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await asleep.say('secret 1');
  await context.route('**/messages', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await ann.say('secret 2');
  await expect.poll(() => keptOnDisk(ann.page)).toBe(2);
  await ann.page.getByRole('button', { name: 'Your menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(ann.page.getByRole('textbox', { name: 'Your name' })).toBeVisible();

  await context.unrouteAll();
  const eve = await Person.enter(context, 'Eve');
  await expect.poll(() => keptOnDisk(eve.page)).toBe(0);
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await expect(asleep.page.getByTestId('delivery-pill')).not.toHaveAttribute('data-status', /offline|connecting/, { timeout: 30_000 });
  await eve.say('secret of Eve');
  await bob.expectToRead('secret', ['secret of Eve']);
  expect(await eve.reads('secret')).toEqual(['secret of Eve']);
  await ann.leave();
  await bob.leave();
});

test('[ux A5] a refused message keeps its text, says why, and offers to retry, edit or delete it', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'sse');
  const refusal = { type: 'about:blank', title: 'No', status: 403, code: 'not_a_member' };
  const refused = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) };
  await ann.page.route('**/messages', (route) => route.fulfill(refused));
  for (const line of lines('refused', 1, 2, 3)) await ann.say(line);
  await expect(row(ann, 'refused 3')).toContainText('Not sent: You are not a member of this room.');
  await expect(ann.page.getByRole('alert').filter({ hasText: 'not sent' })).toContainText('You are not a member of this room.');
  await ann.page.reload();
  await expect(row(ann, 'refused 1')).toContainText('Not sent: You are not a member of this room.');

  await ann.page.unrouteAll();
  await row(ann, 'refused 1').getByRole('button', { name: 'Delete' }).click();
  await row(ann, 'refused 2').getByRole('button', { name: 'Edit' }).click();
  await expect(ann.composer).toHaveValue('refused 2');
  await ann.composer.press('Enter');
  await row(ann, 'refused 3').getByRole('button', { name: 'Retry' }).click();
  await expect(row(ann, 'Not sent')).toHaveCount(0);
  await ann.expectToRead('refused', ['refused 2', 'refused 3']);
  await ann.leave();
});

test('[W5] what the first version of the app left in localStorage is sent once, and removed there', async ({ browser }) => {
  const bob = await Person.arrive(browser, 'Bob');
  const ann = await Person.arrive(browser, 'Ann');
  await ann.page.evaluate(async () => {
    const { me, rooms } = await (await fetch('/api/snapshot')).json();
    const left = (n: number) => ({ clientMsgId: `01900000-0000-7000-8000-00000000000${n}`, roomId: rooms[0].room.id, body: `earlier ${n}`, createdTs: n, state: 'queued' });
    for (const entry of [left(2), left(1)]) localStorage.setItem(`fourways.outbox.${me.id}.${entry.clientMsgId}`, JSON.stringify(entry));
  });
  await ann.page.reload();
  await bob.expectToRead('earlier', lines('earlier', 1, 2));
  await ann.expectToRead('earlier', lines('earlier', 1, 2));
  expect(await ann.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('fourways.outbox.')))).toEqual([]);
  await ann.leave();
  await bob.leave();
});

test('[W5] a browser that cannot store, or does not answer, sends all the same and says so once', async ({ browser }) => {
  const ways = {
    refuses: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Storage is off', 'SecurityError');
      };
    },
    hangs: () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
    'has a newer schema': () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name, version) {
        const newer = name === 'fourways.outbox' && version === 1;
        if (newer) open.call(this, name, 2);
        return open.call(this, name, version);
      };
    },
    'has no room': () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
  };
  for (const [way, script] of Object.entries(ways)) {
    const context = await browser.newContext();
    await context.addInitScript(script);
    const warnings: string[] = [];
    context.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const ann = await Person.enter(context, 'Ann');
    const said = lines(`storage ${way}`, 1, 2, 3);
    for (const line of said) await ann.say(line);
    await expect(row(ann, said[2]!)).toHaveAttribute('data-message-id', /./);
    await ann.expectToRead(`storage ${way}`, said);
    expect(warnings.filter((text) => text.includes('cannot keep unsent messages'))).toHaveLength(1);
    await ann.leave();
  }
});
