import { expect } from '@playwright/test';
import { FaultyProxy } from '../../api/test/faulty-proxy';
import { both, bufferStreams, muteUpgraded } from '../../api/test/proxy/faults';
import { audited } from './audited';
import { Person } from './person';
import { Talker } from './talker';
import { test } from './test';

/** Close looks, for what must happen within a time. */
const within = (timeout: number) => ({ timeout, intervals: [50] });
const portOf = (url: string | undefined) => Number(new URL(url!).port);

test.describe('behind a proxy that hinders', () => {
  let proxy: FaultyProxy;
  let bob: Talker;

  test.beforeEach(async ({ baseURL }) => {
    proxy = await FaultyProxy.start(() => portOf(baseURL));
    bob = await Talker.arrive(baseURL!);
  });

  test.afterEach(async () => {
    bob.leave();
    await proxy.stop();
  });

  test('[A11][U1][U2][ux F1] auto leaves a WebSocket that is swallowed after its upgrade, says why, and comes back to it when it works: 0 lost', async ({ browser }) => {
    test.slow();
    const ann = await Person.arrive(browser, 'Ann', 'auto', { baseURL: proxy.url });
    await expect(ann.pill).toHaveAttribute('data-mode', 'websocket');
    await ann.pill.click();
    const stop = bob.talk('muted', 1_000);

    const attempted = ann.page.waitForEvent('websocket');
    proxy.set(muteUpgraded());
    proxy.cut();
    await attempted;
    await expect.poll(() => ann.pill.getAttribute('data-mode'), within(6_000)).toBe('sse');
    await expect(ann.page.getByTestId('last-switch')).toContainText('WebSocket does not work here; SSE took over.');
    await expect(ann.page.getByTestId('setback-websocket')).toContainText(/Nothing came through.*Tried again in \d+ seconds/);
    await expect(ann.page.getByText('WebSocket does not work here; SSE took over.').and(ann.page.getByRole('status'))).toHaveCount(1);

    await expect(ann.pill).toHaveAccessibleName(/SSE, chosen by Auto.*in sync · fallback$/);

    proxy.set(null);
    await expect.poll(() => ann.pill.getAttribute('data-mode'), within(90_000)).toBe('websocket');
    await expect(ann.pill).toHaveAccessibleName(/WebSocket, chosen by Auto.*in sync$/);
    await expect(ann.page.getByTestId('setback-websocket')).toHaveCount(0);
    await expect(ann.page.getByTestId('last-switch')).toContainText('WebSocket works again');
    await ann.page.keyboard.press('Escape');
    await ann.expectToRead('muted', stop());
    await audited(ann);
    await ann.leave();
  });

  test('[A12][U1][U3] auto names a proxy that buffers streams within 10 s, and goes on by long polling where WebSocket is blocked as well, at once after a reload', async ({ browser }) => {
    const ann = await Person.arrive(browser, 'Ann', 'auto', { baseURL: proxy.url });
    await ann.pill.click();
    const stop = bob.talk('buffered', 300);

    const attempted = ann.page.waitForRequest(/\/api\/sse/);
    proxy.set(both(muteUpgraded(), bufferStreams()));
    proxy.cut();
    await attempted;
    await expect(ann.page.getByTestId('setback-sse')).toContainText('buffering proxy', { timeout: 10_000 });
    await expect(ann.pill).toHaveAttribute('data-mode', 'long-poll');
    await ann.inSync();
    await expect(ann.pill).toHaveAttribute('data-choice', 'auto');
    await ann.page.keyboard.press('Escape');
    await ann.say('I can write, too');

    await ann.page.reload();
    await expect(ann.pill).toHaveAttribute('data-mode', 'long-poll');
    await expect.poll(() => ann.pill.getAttribute('data-status'), within(4_000)).toBe('in-sync');
    await ann.expectToRead('buffered', stop());
    await audited(ann);
    await ann.leave();
  });

  test('[A12][U4] a chosen SSE that a proxy buffers is not left: within 10 s it is named and another mode offered, one click takes it', async ({ browser }) => {
    const ann = await Person.arrive(browser, 'Ann', 'sse', { baseURL: proxy.url });
    const offer = ann.page.getByTestId('offer');
    const stop = bob.talk('chosen', 300);

    const attempted = ann.page.waitForRequest(/\/api\/sse/);
    proxy.set(bufferStreams());
    proxy.cut();
    await attempted;
    await expect(offer).toContainText('buffering proxy', { timeout: 10_000 });
    await expect(ann.page.getByTestId('banner')).toBeEmpty();
    await expect(ann.pill).toHaveAttribute('data-mode', 'sse');
    await expect(ann.pill).toHaveAttribute('data-choice', 'sse');

    await offer.getByRole('button', { name: 'Use WebSocket' }).click();
    await expect(ann.pill).toHaveAttribute('data-mode', 'websocket');
    await expect(ann.pill).toHaveAttribute('data-choice', 'websocket');
    await ann.inSync();
    await expect(offer).toBeEmpty();
    await ann.expectToRead('chosen', stop());
    await audited(ann);
    await ann.leave();
  });
});

test('[U1] whoever has not chosen begins in auto; a choice is there again after a reload, from the first byte of the page on', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'auto');
  await expect(ann.pill).toHaveAttribute('data-choice', 'auto');
  const complaints: string[] = [];
  ann.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  for (const choice of ['poll', 'auto'] as const) {
    await ann.choose(choice);
    const html = await (await ann.page.request.get(ann.page.url())).text();
    expect(/data-choice="(.*?)"/.exec(html)?.[1]).toBe(choice);
    await ann.page.reload();
    await ann.inSync();
    await expect(ann.pill).toHaveAttribute('data-choice', choice);
  }
  expect(complaints).toEqual([]);
  await ann.leave();
});

test('[U1] the address may name each of the five for once', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'poll');
  for (const choice of ['websocket', 'sse', 'long-poll', 'auto'] as const) {
    await ann.page.goto(`/?mode=${choice}`);
    await expect(ann.pill).toHaveAttribute('data-choice', choice);
    await expect(ann.pill).toHaveAttribute('data-mode', choice === 'auto' ? 'websocket' : choice);
    await ann.inSync();
  }
  await ann.page.goto('/');
  await expect(ann.pill).toHaveAttribute('data-choice', 'poll');
  await ann.leave();
});
