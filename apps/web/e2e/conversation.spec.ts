import { MODES } from '@fourways/chat-core';
import { expect } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

for (const mode of MODES) {
  test(`[M1] two people talk by ${mode}: each reads everything once and in order`, async ({ browser }) => {
    const ann = await Person.arrive(browser, 'Ann', mode);
    const bob = await Person.arrive(browser, 'Bob', mode);
    const lines: string[] = [];
    for (let i = 0; i < 6; i++) {
      const line = `${mode} line ${i}`;
      const [speaker, listener] = i % 2 === 0 ? [ann, bob] : [bob, ann];
      await speaker.say(line);
      lines.push(line);
      await listener.expectToRead(`${mode} line`, lines);
      await speaker.expectToRead(`${mode} line`, lines);
    }
    await ann.leave();
    await bob.leave();
  });
}

test('[E1] typing and presence are seen by the other', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const bob = await Person.arrive(browser, 'Bob with a name of his own', 'sse');
  await bob.composer.pressSequentially('I am writing');
  await expect(ann.page.getByTestId('typing')).toContainText('Bob with a name of his own');
  await expect(ann.page.getByRole('complementary').getByText('Bob with a name of his own').first()).toBeVisible();
  await ann.leave();
  await bob.leave();
});

test('[W6] one edits and removes her own message, and the other sees both', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const bob = await Person.arrive(browser, 'Bob', 'long-poll');
  await ann.say('edit: befor');
  await bob.expectToRead('edit:', ['edit: befor']);
  await ann.composer.press('ArrowUp');
  const editor = ann.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('edit: after');
  await editor.press('Enter');
  await expect.poll(async () => (await bob.reads('edit:')).join()).toContain('edit: after');
  const row = ann.page.locator('article', { hasText: 'edit: after' });
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: 'Remove message' }).click();
  await expect(bob.page.getByText('This message was removed').last()).toBeVisible();
  await bob.expectToRead('edit:', []);
  await ann.leave();
  await bob.leave();
});
