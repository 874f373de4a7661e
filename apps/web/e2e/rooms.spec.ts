import { ChatClient } from '@fourways/chat-client';
import { type Browser, expect, type Page } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

/** What was asked of one mode is asked of another that is quite unlike it. */
const modes = ['poll', 'websocket'] as const;

let names = 0;
/** Names of rooms and people are not used twice: all tests share one server. */
const fresh = (name: string) => `${name} ${++names}${Date.now() % 1000}`;

const list = (page: Page) => page.getByRole('navigation', { name: 'Rooms' });
const entry = (page: Page, name: string) => list(page).getByRole('link', { name });
const section = (page: Page, name: string) => list(page).getByRole('region', { name, exact: true }).getByRole('link');

async function createRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Create a room' }).click();
  await page.getByLabel('Room name').fill(name);
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function joinRoom(page: Page, name: string): Promise<void> {
  const all = list(page).getByRole('button', { name: /^Show all/ });
  await expect(entry(page, name).or(all).first()).toBeVisible();
  if (!(await entry(page, name).isVisible())) await all.click();
  await entry(page, name).click();
  await page.getByRole('button', { name: 'Join room' }).click();
  await expect(page.getByRole('textbox', { name: /^Message/ })).toBeVisible();
}

async function fromMenu(page: Page, room: string, item: string): Promise<void> {
  await expect(page.getByRole('menu')).toHaveCount(0);
  await entry(page, room).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).or(page.getByRole('menuitemradio', { name: item, exact: true })).click();
}

/** The same session in another browser. */
async function secondBrowser(browser: Browser, { page }: Person): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByTestId('delivery-pill')).toHaveAttribute('data-status', 'in-sync', { timeout: 20_000 });
  return other;
}

async function talker(baseURL: string | undefined, name: string): Promise<ChatClient> {
  const client = new ChatClient({ baseUrl: baseURL!, mode: 'websocket' });
  await client.signIn(name);
  await client.start();
  return client;
}

for (const mode of modes) {
  test(`[I1] a conversation opened from both sides is one, by ${mode}`, async ({ browser }) => {
    const [annName, bobName] = [fresh('Ann'), fresh('Bob')];
    const ann = await Person.arrive(browser, annName, mode);
    const bob = await Person.arrive(browser, bobName, mode);
    await ann.page.getByRole('button', { name: 'New message' }).click();
    const finder = ann.page.getByRole('combobox', { name: 'To' });
    await expect(finder).toBeFocused();
    await finder.fill(bobName);
    await expect(ann.page.getByRole('option', { name: bobName })).toHaveAttribute('data-highlighted');
    await finder.press('Enter');
    await expect(ann.page.getByRole('button', { name: `Remove ${bobName}` })).toBeVisible();
    await ann.page.getByRole('button', { name: 'Open conversation' }).click();
    await expect(ann.page.getByRole('heading', { level: 1, name: bobName })).toBeVisible();
    await ann.say('between us');

    await expect(section(bob.page, 'Direct messages')).toHaveCount(1);
    await expect(entry(bob.page, annName)).toHaveAccessibleName(/1 unread message/);
    const line = bob.page.getByRole('complementary', { name: 'Here now' }).getByRole('listitem').filter({ hasText: annName });
    await line.getByRole('button', { name: `Message ${annName}` }).click();
    await expect(bob.page.getByRole('heading', { level: 1, name: annName })).toBeVisible();
    await bob.expectToRead('between', ['between us']);
    await expect(section(bob.page, 'Direct messages')).toHaveCount(1);
    expect(new URL(bob.page.url()).pathname).toBe(new URL(ann.page.url()).pathname);
    await ann.leave();
    await bob.leave();
  });

  test(`[I2] a new name, a topic and the archive are seen by the other at once, by ${mode}`, async ({ browser }) => {
    const [before, after] = [fresh('plans'), fresh('great plans')];
    const ann = await Person.arrive(browser, fresh('Ann'), mode);
    const bob = await Person.arrive(browser, fresh('Bob'), mode);
    await createRoom(ann.page, before);
    await joinRoom(bob.page, before);
    await expect(ann.page.getByRole('button', { name: /2 members/ })).toBeVisible();

    await fromMenu(ann.page, before, 'Room details');
    await expect(ann.page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
    await ann.page.getByLabel('Room name').fill('lobby');
    await ann.page.getByLabel('Topic').fill('What comes next');
    await ann.page.getByRole('button', { name: 'Save' }).click();
    await expect(ann.page.getByRole('alert').filter({ hasText: 'There is a public room of this name already.' })).toBeVisible();
    await expect(ann.page.getByLabel('Topic')).toHaveValue('What comes next');
    await ann.page.getByLabel('Room name').fill(after);
    await ann.page.getByRole('button', { name: 'Save' }).click();
    await expect(bob.page.getByRole('heading', { level: 1, name: after })).toBeVisible();
    await expect(bob.page.getByRole('button', { name: /What comes next/ })).toBeVisible();
    await ann.page.keyboard.press('Escape');

    await bob.page.getByRole('textbox', { name: /^Message/ }).fill('half a thought');
    await fromMenu(ann.page, after, 'Archive room');
    await ann.page.getByRole('button', { name: 'Archive room' }).click();
    await expect(bob.page.getByText('This room is archived')).toBeVisible();
    await expect(bob.page.getByRole('textbox', { name: /^Message/ })).toHaveCount(0);
    await expect(entry(bob.page, after)).toHaveAccessibleName(/Archived/);
    await expect(bob.page.getByRole('button', { name: 'Open again' })).toHaveCount(0);
    await ann.page.getByRole('main').getByRole('button', { name: 'Open again' }).click();
    await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Open again' }).click();
    await expect(bob.page.getByRole('textbox', { name: /^Message/ })).toHaveValue('half a thought');
    await ann.leave();
    await bob.leave();
  });

  test(`[ux C4] [ux C5] unread and mentions are counted live, apart, and the same in a second browser, by ${mode}`, async ({ browser, baseURL }) => {
    const name = fresh('news');
    const ann = await Person.arrive(browser, fresh('Ann'), mode);
    await createRoom(ann.page, name);
    const roomId = new URL(ann.page.url()).pathname.split('/').at(-1)!;
    const bob = await talker(baseURL, fresh('Bob'));
    await bob.joinRoom(roomId);
    await expect(ann.page.getByRole('button', { name: /2 members/ })).toBeVisible();
    await fromMenu(ann.page, name, 'Every message');
    await entry(ann.page, 'lobby').click();
    const other = await secondBrowser(browser, ann);
    const annId = (await bob.people({ roomId })).people.find((user) => user.name === ann.name)!.id;

    bob.post(roomId, 'one');
    for (const page of [ann.page, other]) await expect(entry(page, name)).toHaveAccessibleName(/1 unread message$/);
    bob.post(roomId, `@${ann.name} two`, { mentions: [annId] });
    for (const page of [ann.page, other]) await expect(entry(page, name)).toHaveAccessibleName(/1 mention of you , 2 unread messages$/);
    await ann.page.reload();
    await expect(entry(ann.page, name)).toHaveAccessibleName(/1 mention of you , 2 unread messages$/);

    await fromMenu(other, name, 'Mentions only');
    await expect(entry(ann.page, name)).toHaveAccessibleName(/1 mention of you , unread messages$/);
    await fromMenu(other, name, 'Nothing');
    await expect(entry(ann.page, name)).toHaveAccessibleName(name);
    await fromMenu(other, name, 'Every message');
    await fromMenu(other, name, 'Mark as read');
    await expect(entry(other, name)).toHaveAccessibleName(name);
    await expect(entry(ann.page, name)).toHaveAccessibleName(name);
    bob.close();
    await other.context().close();
    await ann.leave();
  });

  test(`[I3] stars, the order and what is hidden are the same after a reload and in a second browser, by ${mode}`, async ({ browser }) => {
    const ann = await Person.arrive(browser, fresh('Ann'), mode);
    const [a, b, c] = [fresh('a'), fresh('b'), fresh('c')];
    for (const name of [a, b, c]) await createRoom(ann.page, name);
    await expect(section(ann.page, 'Rooms')).toHaveText(['lobby', a, b, c]);
    await fromMenu(ann.page, c, 'Move up');
    await expect(section(ann.page, 'Rooms')).toHaveText(['lobby', a, c, b]);
    await fromMenu(ann.page, a, 'Star');
    await expect(section(ann.page, 'Starred')).toHaveText([a]);
    await entry(ann.page, b).focus();
    await ann.page.keyboard.press('Shift+F10');
    await ann.page.getByRole('menuitem', { name: 'Move up' }).focus();
    await ann.page.keyboard.press('Enter');
    await expect(section(ann.page, 'Rooms')).toHaveText(['lobby', b, c]);
    await fromMenu(ann.page, c, 'Nothing, and hide the room');
    await expect(entry(ann.page, c)).toHaveCount(0);

    await ann.page.reload();
    const other = await secondBrowser(browser, ann);
    for (const page of [ann.page, other]) {
      await expect(section(page, 'Starred')).toHaveText([a]);
      await expect(section(page, 'Rooms')).toHaveText(['lobby', b]);
      await expect(entry(page, c)).toHaveCount(0);
      await page.getByRole('button', { name: 'Show 1 hidden room' }).click();
      await expect(section(page, 'Hidden')).toHaveText([c]);
    }
    await other.context().close();
    await ann.leave();
  });

  test(`[ux A9] a room that is left is gone at once, and can be had back for 5 s, by ${mode}`, async ({ browser, baseURL }) => {
    const name = fresh('door');
    const ann = await Person.arrive(browser, fresh('Ann'), mode);
    await createRoom(ann.page, name);
    const roomId = new URL(ann.page.url()).pathname.split('/').at(-1)!;
    const bob = await talker(baseURL, fresh('Bob'));
    await bob.joinRoom(roomId);
    const members = async () => (await bob.people({ roomId })).people.length;

    await fromMenu(ann.page, name, 'Leave room');
    await expect(section(ann.page, 'Rooms').filter({ hasText: name })).toHaveCount(0);
    await expect(ann.page.getByRole('heading', { level: 1, name: 'lobby' })).toBeVisible();
    await ann.page.getByRole('button', { name: 'Undo' }).click();
    await expect(ann.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await ann.page.waitForTimeout(6_000);
    expect(await members()).toBe(2);

    await fromMenu(ann.page, name, 'Leave room');
    await ann.page.waitForTimeout(3_000);
    expect(await members()).toBe(2);
    await expect.poll(members).toBe(1);
    await expect(ann.page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await expect(section(ann.page, 'Rooms').filter({ hasText: name })).toHaveCount(0);

    await joinRoom(ann.page, name);
    await expect.poll(members).toBe(2);
    await fromMenu(ann.page, name, 'Leave room');
    await expect(ann.page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await ann.page.goto('about:blank');
    await expect.poll(members, { timeout: 3_000 }).toBe(1);
    bob.close();
    await ann.leave();
  });

  test(`a search finds another form of a word, in English and in Russian, by ${mode}`, async ({ browser }) => {
    const ann = await Person.arrive(browser, fresh('Ann'), mode);
    const name = fresh('talk');
    await createRoom(ann.page, name);
    await ann.say('Завтра переносим встречу на пять');
    await ann.say('Two deliveries are late');
    await entry(ann.page, 'lobby').click();
    await ann.page.getByRole('button', { name: 'Search messages' }).click();
    const field = ann.page.getByRole('combobox', { name: 'Search for' });
    await expect(field).toBeFocused();
    await field.fill('встречи');
    const found = ann.page.getByRole('option').filter({ hasText: 'Завтра' }).first();
    await expect(found.locator('mark')).toHaveText('встречу');
    await expect(found).toContainText(ann.name);
    await expect(found).toContainText(name);
    await ann.page.getByRole('radio', { name: 'In #lobby' }).check();
    await expect(ann.page.getByRole('option')).toHaveCount(0);
    await expect(ann.page.getByText('Nothing found.')).toBeVisible();
    await ann.page.getByRole('radio', { name: 'All my rooms' }).check();
    await field.fill('delivery');
    const late = ann.page.getByRole('option').filter({ hasText: 'deliveries' }).first();
    await expect(late.locator('mark')).toHaveText('deliveries');
    await field.press('ArrowDown');
    await expect(late).toHaveAttribute('data-highlighted');
    await field.press('Enter');
    await expect(ann.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(ann.page).toHaveURL(/\?at=[0-9a-f-]{36}$/);
    await expect(ann.page.getByRole('dialog')).toHaveCount(0);
    await ann.leave();
  });
}

test('[ux J1] a topic that is cut off is shown whole to a pointer and to the keyboard, can be pointed at, and goes away with Esc', async ({ browser }) => {
  const ann = await Person.arrive(browser, fresh('Ann'), 'sse');
  const { page } = ann;
  const topic = `What this room is about, ${'at some length, '.repeat(12)}and to the end`;
  const made = await page.request.post('/api/rooms', { data: { name: fresh('told'), kind: 'private', topic }, headers: { origin: new URL(page.url()).origin } });
  const { event } = (await made.json()) as { event: { roomId: string } };
  await page.goto(`/en/rooms/${event.roomId}`);
  await ann.inSync();
  const line = page.getByRole('button', { name: /member · What this room/ });
  const tip = page.getByText(topic, { exact: true });
  expect(await line.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(0);
  await expect(tip).toHaveCount(0);
  await line.hover();
  await expect(tip).toBeInViewport({ ratio: 1 });
  await tip.hover();
  await page.waitForTimeout(600);
  await expect(tip).toBeVisible();
  await page.mouse.move(5, 700);
  await expect(tip).toHaveCount(0);

  await ann.composer.focus();
  for (let n = 0; n < 40 && !(await line.evaluate((element) => element === document.activeElement)); n++) await page.keyboard.press('Shift+Tab');
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await ann.leave();
});

test('a right click on another room opens the menu of that one, and only that', async ({ browser }) => {
  const ann = await Person.arrive(browser, fresh('Ann'), 'sse');
  const { page } = ann;
  const [a, b] = [fresh('first'), fresh('second')];
  for (const name of [a, b]) await createRoom(page, name);
  await entry(page, b).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Archive room' })).toBeVisible();
  const { x, y, height } = (await entry(page, a).boundingBox())!;
  await page.mouse.click(x + 20, y + height / 2, { button: 'right' });
  await expect(page.getByRole('menu')).toHaveCount(1);
  await page.getByRole('menuitem', { name: 'Room details' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Room name' })).toHaveValue(a);
  await ann.leave();
});

test('on a touch screen a long press on a room opens its menu, and goes nowhere', async ({ browser }) => {
  const ann = await Person.arrive(browser, fresh('Ann'), 'sse', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { page } = ann;
  const name = fresh('held');
  await page.request.post('/api/rooms', { data: { name, kind: 'private' }, headers: { origin: new URL(page.url()).origin } });
  const before = page.url();
  await page.getByRole('button', { name: 'Open the room list' }).click();
  const link = page.getByRole('dialog').getByRole('link', { name });
  const { x, y, width, height } = (await link.boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + width / 2, y: y + height / 2 }] });
  await expect(page.getByRole('menuitem', { name: 'Star', exact: true })).toBeVisible();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(500);
  await expect(page.getByRole('menuitem', { name: 'Star', exact: true })).toBeVisible();
  expect(page.url()).toBe(before);
  await ann.leave();
});
