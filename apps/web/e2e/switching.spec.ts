import { MODES } from '@fourways/chat-core';
import { expect } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

test('[S1][ux F11] switches through all four ways in mid-conversation while the other types: nothing lost, nothing doubled', async ({ browser }) => {
  test.setTimeout(120_000);
  const ann = await Person.arrive(browser, 'Ann');
  const bob = await Person.arrive(browser, 'Bob');
  const lines: string[] = [];
  let talking = true;
  const talk = (async () => {
    while (talking) {
      const line = `talk ${lines.length}`;
      await bob.say(line);
      lines.push(line);
      await bob.page.waitForTimeout(120);
    }
  })();
  for (const mode of [...MODES, ...MODES.toReversed()]) {
    await ann.choose(mode);
    await ann.page.waitForTimeout(400);
  }
  talking = false;
  await talk;
  expect(lines.length).toBeGreaterThan(20);
  await ann.expectToRead('talk ', lines);
  await bob.expectToRead('talk ', lines);
  await ann.leave();
  await bob.leave();
});

test('[S1][ux B9] a draft, the focus and the place of reading survive a switch', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  await page.evaluate(async () => {
    const say = (body: string) => fetch(`/api/rooms/${location.pathname.split('/')[3]}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientMsgId: crypto.randomUUID(), body }) });
    for (let n = 0; n < 60; n++) await say(`place ${n}`);
  });
  await expect(page.getByText('place 59', { exact: true })).toBeInViewport();
  await page.getByRole('log').hover();
  await page.mouse.wheel(0, -900);
  await expect(page.locator('[data-to-end]')).toBeVisible();
  await ann.composer.fill('half a sentence');
  await page.waitForTimeout(300);
  const scrollTop = () => page.getByRole('log').evaluate((list) => list.scrollTop);
  const before = await scrollTop();
  expect(before).toBeLessThan(-500);
  for (const [mode, name] of [['sse', 'SSE'], ['poll', 'Polling']] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(ann.pill).toHaveAttribute('data-mode', mode);
    await ann.inSync();
    await expect(ann.composer).toBeFocused();
    await expect(ann.composer).toHaveValue('half a sentence');
    expect(await scrollTop()).toBe(before);
  }
  await ann.leave();
});
