import { ChatClient } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { type Browser, expect, type Page } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

const section = (page: Page) => page.getByRole('navigation', { name: 'Rooms' }).getByRole('region', { name: 'Direct messages', exact: true }).getByRole('link');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const roomIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!;

async function choosePeople(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'New message' }).click();
  const finder = page.getByRole('combobox', { name: 'To' });
  for (const name of names) {
    await finder.fill(name);
    await page.getByRole('option', { name }).click();
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
}

async function openWith(page: Page, names: readonly string[]): Promise<void> {
  await choosePeople(page, names);
  await page.getByRole('button', { name: 'Open conversation' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function bystander(baseURL: string | undefined, name: string): Promise<ChatClient> {
  const client = new ChatClient({ baseUrl: baseURL!, mode: 'websocket' });
  await client.signIn(name);
  await client.start();
  return client;
}

/** The same session in another browser, in the same room. */
async function secondBrowser(browser: Browser, { page }: Person): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByTestId('delivery-pill')).toHaveAttribute('data-status', 'in-sync', { timeout: 20_000 });
  return other;
}

for (const mode of MODES) {
  test(`[I1] a conversation of three is one for all of them, and stays what it is, by ${mode}`, async ({ browser, baseURL }) => {
    const [annName, bobName, cydName] = ['Ann', 'Bob', 'Cyd'].map((name) => `${name} three ${mode}`) as [string, string, string];
    const ann = await Person.arrive(browser, annName, mode);
    const bob = await Person.arrive(browser, bobName, mode);
    const cyd = await bystander(baseURL, cydName);
    await openWith(ann.page, [bobName, cydName]);
    await expect(heading(ann.page)).toContainText(bobName);
    await expect(heading(ann.page)).toContainText(cydName);
    const roomId = roomIdOf(ann.page);
    await ann.say('three: who comes');

    await expect(section(bob.page)).toHaveCount(1);
    await section(bob.page).click();
    await bob.expectToRead('three:', ['three: who comes']);
    await bob.say('three: I do');
    await expect.poll(() => cyd.getSnapshot().timeline!.rooms.get(roomId)?.messages.length).toBe(2);
    cyd.post(roomId, 'three: so do I');
    for (const person of [ann, bob]) await person.expectToRead('three:', ['three: who comes', 'three: I do', 'three: so do I']);

    await openWith(bob.page, [cydName, annName]);
    expect(roomIdOf(bob.page)).toBe(roomId);
    await openWith(bob.page, [annName]);
    await expect(heading(bob.page)).toContainText(annName);
    await expect(heading(bob.page)).not.toContainText(cydName);
    expect(roomIdOf(bob.page)).not.toBe(roomId);
    await expect(section(bob.page)).toHaveCount(2);

    await section(ann.page).filter({ hasText: cydName }).click({ button: 'right' });
    await expect(ann.page.getByRole('menuitem', { name: 'Room details' })).toBeVisible();
    await expect(ann.page.getByRole('menuitem', { name: /Leave|Add people/ })).toHaveCount(0);
    await expect(cyd.changeRoom(roomId, { name: 'ours' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(cyd.leaveRoom(roomId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(cyd.getSnapshot().timeline!.rooms.get(roomId)).toMatchObject({ room: { kind: 'direct' }, memberCount: 3 });
    cyd.close();
    await ann.leave();
    await bob.leave();
  });

  test(`[I1] notes to oneself are on all of one's devices, and nobody else's, by ${mode}`, async ({ browser, baseURL }) => {
    const ann = await Person.arrive(browser, `Ann notes ${mode}`, mode);
    const bob = await bystander(baseURL, `Bob notes ${mode}`);
    await choosePeople(ann.page, []);
    await ann.page.getByRole('dialog').getByRole('button', { name: 'Open notes to myself' }).click();
    await expect(heading(ann.page)).toContainText('Notes to myself');
    await ann.say('note: buy milk');
    const other = await secondBrowser(browser, ann);
    await expect(other.getByRole('article').filter({ hasText: 'note: buy milk' })).toBeVisible();
    await ann.say('note: and bread');
    await expect(other.getByRole('article').filter({ hasText: 'note: and bread' })).toBeVisible();
    await choosePeople(other, []);
    await other.getByRole('dialog').getByRole('button', { name: 'Open notes to myself' }).click();
    await expect(other.getByRole('dialog')).toHaveCount(0);
    expect(roomIdOf(other)).toBe(roomIdOf(ann.page));
    await expect(section(other)).toHaveCount(1);
    expect(bob.getSnapshot().timeline!.rooms.has(roomIdOf(ann.page))).toBe(false);
    bob.close();
    await other.context().close();
    await ann.leave();
  });
}
