import { ChatClient } from '@fourways/chat-client';
import { LIMITS } from '@fourways/chat-core';
import { expect, type Locator, type Page } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

const MORE = 7;
/** What a search is answered with at once. */
const FOUND = 20;

async function ownRoom(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Create a room' }).click();
  await page.getByLabel('Room name').fill(name);
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** Three clicks in a row, the last when the first two have done their work: it hits what then lies there. */
async function clickThriceAtOnePlace(button: Locator, done: () => Promise<void>) {
  await button.dblclick();
  await done();
  const { mouse } = button.page();
  await mouse.down({ clickCount: 3 });
  await mouse.up({ clickCount: 3 });
}

test('members beyond the first page come when they are asked for, each once, and are found by name before', async ({ browser, playwright, baseURL }) => {
  const ann = await Person.arrive(browser, 'Ann of many');
  const roomId = await ownRoom(ann.page, `crowd ${Date.now()}`);
  const names = Array.from({ length: LIMITS.peoplePage + MORE - 1 }, (_, i) => `Visitor ${String(i).padStart(2, '0')}`);
  for (const name of names) {
    const visitor = await playwright.request.newContext({ baseURL: baseURL! });
    await visitor.post('/api/session', { data: { name } });
    expect((await visitor.post(`/api/rooms/${roomId}/join`)).ok()).toBe(true);
    await visitor.dispose();
  }
  await ann.page.getByRole('button', { name: new RegExp(`${names.length + 1} members`) }).click();
  const dialog = ann.page.getByRole('dialog');
  const members = dialog.getByRole('listitem');
  await expect(members).toHaveCount(LIMITS.peoplePage);
  const last = names.at(-1)!;
  await expect(members.filter({ hasText: last })).toHaveCount(0);
  await dialog.getByRole('searchbox', { name: 'Find a member' }).fill(last);
  await expect(members).toHaveText([new RegExp(last)]);
  await dialog.getByRole('searchbox', { name: 'Find a member' }).fill('');
  await expect(members).toHaveCount(LIMITS.peoplePage);

  await clickThriceAtOnePlace(dialog.getByRole('button', { name: 'Show more' }), () => expect(members).toHaveCount(names.length + 1));
  const ids = await members.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-user-id')));
  expect(new Set(ids).size).toBe(names.length + 1);
  await expect(members.last()).toContainText(last);
  await expect(dialog.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  await ann.leave();
});

test('what was found beyond the first page comes when it is asked for, the newest first and each once', async ({ browser, baseURL }) => {
  const ann = await Person.arrive(browser, 'Ann who seeks');
  const roomId = await ownRoom(ann.page, `haystack ${Date.now()}`);
  const bob = new ChatClient({ baseUrl: baseURL!, mode: 'websocket' });
  await bob.signIn('Bob who talks');
  await bob.start();
  await bob.joinRoom(roomId);
  const count = FOUND + MORE;
  for (let i = 0; i < count; i++) bob.post(roomId, `zucchini number ${i}`);
  await expect.poll(() => bob.getSnapshot().outbox.length).toBe(0);

  await ann.page.getByRole('button', { name: 'Search messages' }).click();
  const field = ann.page.getByRole('combobox', { name: 'Search for' });
  await field.fill('zucchini');
  const found = ann.page.getByRole('option');
  await expect(ann.page.getByText(`The newest ${FOUND} messages`)).toBeVisible();
  await expect(found).toHaveCount(FOUND);
  await clickThriceAtOnePlace(ann.page.getByRole('button', { name: 'Show older ones' }), () => expect(found).toHaveCount(count));
  const numbers = (await found.allInnerTexts()).map((text) => Number(/zucchini number (\d+)/.exec(text)![1]));
  expect(numbers).toEqual(Array.from({ length: count }, (_, i) => count - 1 - i));
  await expect(ann.page.getByRole('button', { name: 'Show older ones' })).toHaveCount(0);
  await field.fill(`zucchini ${count - 1}`);
  await expect(found).toHaveText([new RegExp(`zucchini number ${count - 1}`)]);
  bob.close();
  await ann.leave();
});
