import { MODES } from '@fourways/chat-core';
import { expect } from '@playwright/test';
import { Person } from './person';
import { Talker } from './talker';
import { test } from './test';

test('[Q1] the server confirms what was delivered in each of the modes', async ({ browser, baseURL }) => {
  const bob = await Talker.arrive(baseURL!);
  const ann = await Person.arrive(browser, 'Ann', 'auto');
  for (const mode of MODES) {
    await ann.choose(mode);
    await ann.expectToRead(`by ${mode}`, [bob.say(`by ${mode}`)]);
    await ann.pill.click();
    await expect(async () => {
      await ann.page.getByRole('button', { name: 'Check with the server' }).click();
      await expect(ann.page.getByTestId('audit-result')).toContainText('It matches', { timeout: 5_000 });
    }).toPass();
    await ann.page.keyboard.press('Escape');
  }
  bob.leave();
  await ann.leave();
});
