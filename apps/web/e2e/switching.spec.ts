import { MODES } from '@fourways/chat-core';
import { expect, test } from '@playwright/test';
import { Person } from './person';

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

test('[S1] a draft, the focus and the place of reading survive a switch', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.composer.fill('half a sentence');
  await ann.choose('sse');
  await expect(ann.composer).toHaveValue('half a sentence');
  await ann.choose('poll');
  await expect(ann.composer).toHaveValue('half a sentence');
  await ann.leave();
});
