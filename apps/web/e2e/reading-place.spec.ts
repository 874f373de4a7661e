import { expect, type Page, type Route, test } from '@playwright/test';
import { Person } from './person';
import { Talker } from './talker';

let ann: Person;
let page: Page;

test.beforeEach(async ({ browser }) => {
  test.slow();
  ann = await Person.arrive(browser, 'Ann');
  page = ann.page;
});

test.afterEach(() => ann.leave());

async function post(prefix: string, count: number): Promise<void> {
  await page.evaluate(
    async ([name, lines]) => {
      const [, , , room] = location.pathname.split('/');
      const say = (body: string) => fetch(`/api/rooms/${room}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientMsgId: crypto.randomUUID(), body }) });
      for (let n = 0; n < Number(lines); n++) await say(`${name} ${n}`);
    },
    [prefix, count] as const,
  );
}

/** Says this many lines, and looks at the room anew. */
async function fill(prefix: string, count: number): Promise<void> {
  await post(prefix, count);
  await page.reload();
  await ann.inSync();
}

async function readBack(turns: number): Promise<void> {
  await page.getByRole('log').hover();
  for (let n = 0; n < turns; n++) {
    await page.mouse.wheel(0, -600);
    await page.waitForTimeout(200);
  }
}

async function readBackTo(line: string): Promise<void> {
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -150);
    await page.waitForTimeout(300);
    await expect(page.getByText(line, { exact: true })).toBeInViewport({ timeout: 1 });
  }).toPass();
}

const pageRoom = () => new URL(page.url()).pathname.split('/')[3]!;

/** Messages of the room that are after what she has read, as the server counts them. */
async function unread(roomId = pageRoom()): Promise<number> {
  const { rooms } = (await (await page.request.get('/api/snapshot')).json()) as { rooms: { room: { id: string }; lastNumber: number; read: { number: number } }[] };
  const { read, lastNumber } = rooms.find(({ room }) => room.id === roomId)!;
  return lastNumber - read.number;
}

const rowOf = (line: string) => page.locator('article').filter({ has: page.getByText(line, { exact: true }) });

/** A room of her own beside this one, which she goes to. */
async function goAside(): Promise<void> {
  const made = await page.request.post('/api/rooms', { data: { name: `aside ${Date.now()}`, kind: 'private' }, headers: { origin: new URL(page.url()).origin } });
  const { event } = (await made.json()) as { event: { roomId: string } };
  await page.locator(`nav a[href*="${event.roomId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(event.roomId));
}

async function search(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Search messages' }).click();
  await page.getByRole('combobox', { name: 'Search for' }).fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

/** The first message that can be seen whole, and where it begins. */
function firstOnScreen(): Promise<{ text: string; top: number }> {
  return page.getByRole('log').evaluate((list) => {
    const edge = list.getBoundingClientRect().top;
    const row = [...list.querySelectorAll<HTMLElement>('article')].find((each) => each.getBoundingClientRect().top >= edge);
    return { text: /\S+ \d+$/m.exec(row?.innerText ?? '')?.[0] ?? '', top: row?.getBoundingClientRect().top ?? NaN };
  });
}

async function expectToStandAt(place: { text: string; top: number }): Promise<void> {
  await expect.poll(async () => (await firstOnScreen()).text).toBe(place.text);
  expect(Math.abs((await firstOnScreen()).top - place.top)).toBeLessThanOrEqual(1);
}

/** Runs in the page: in every frame in which nobody scrolls, how far the text of a row at the top has moved at most; and how often the list grew meanwhile. */
function watchTop(): () => { moved: number; grown: number } {
  const list = document.getElementById('messages')!;
  const seen = { moved: 0, grown: 0 };
  const topOf = (row: Element) => row.querySelector('.whitespace-pre-wrap')!.getBoundingClientRect().top;
  let held: { row: Element; top: number; height: number } | null = null;
  let scrolledAt = 0;
  let frame = 0;
  list.addEventListener('wheel', () => (scrolledAt = performance.now()), { passive: true });
  const look = () => {
    frame = requestAnimationFrame(look);
    if (performance.now() - scrolledAt < 60) return void (held = null);
    const height = list.scrollHeight;
    if (held?.row.isConnected) {
      seen.moved = Math.max(seen.moved, Math.abs(topOf(held.row) - held.top));
      if (height > held.height) seen.grown += 1;
      held.height = height;
    } else {
      const row = [...list.querySelectorAll('article')].find((each) => each.getBoundingClientRect().bottom > list.getBoundingClientRect().top + 40);
      held = row ? { row, top: topOf(row), height } : null;
    }
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    return seen;
  };
}

test('[ux B4] what one reads stands still in every frame while older pages come before it (in Chromium)', async () => {
  await fill('older', 400);
  // They come between two turns of the wheel.
  await page.route(/messages\?before=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 320));
    await route.continue();
  });
  const watch = await page.evaluateHandle(watchTop);
  await readBack(40);
  const { moved, grown } = await watch.evaluate((stop) => stop());
  expect(grown).toBeGreaterThan(1);
  expect(moved).toBeLessThanOrEqual(1);
});

/** Runs in the page: where the texts begin that are on the screen. */
function textTops(): Record<string, number> {
  const edge = document.getElementById('messages')!.getBoundingClientRect();
  const rows = [...document.querySelectorAll<HTMLElement>('#messages article')];
  const bodies = rows.map((row) => [row.innerText.split('\n').findLast((line) => /\w \d+$/.test(line)), row.querySelector('.whitespace-pre-wrap')!.getBoundingClientRect().top] as const);
  return Object.fromEntries(bodies.filter(([, top]) => top >= edge.top && top < edge.bottom));
}

test('[ux B4] no text moves when the first message loses its head to an older one of the same author', async () => {
  await fill('older', 100);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/messages\?before=/, (route) => held.then(() => route.continue()));
  const first = page.locator('#messages article').first();
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -1_000);
    await page.waitForTimeout(300);
    await expect(first).toBeInViewport({ timeout: 1 });
  }).toPass();
  await page.waitForTimeout(500);
  await expect(first).toContainText('Ann');
  const before = await page.evaluate(textTops);
  expect(Object.keys(before).length).toBeGreaterThan(10);
  answer();
  await expect(first).not.toContainText('older 50');
  await page.waitForTimeout(300);
  const after = await page.evaluate(textTops);
  for (const [text, top] of Object.entries(before)) expect(Math.abs(after[text]! - top)).toBeLessThanOrEqual(1);
});

test('[ux B9] who reads in the past of a room finds the same line at the same height when she comes back to it', async () => {
  await fill('shelf', 200);
  const lobby = new URL(page.url()).pathname.split('/')[3];
  await readBack(6);
  const place = await firstOnScreen();
  expect(place.text).toMatch(/^shelf \d+$/);
  await expect(page.locator('article', { hasText: 'shelf 199' })).not.toBeInViewport();

  const made = await page.request.post('/api/rooms', { data: { name: `elsewhere ${Date.now()}`, kind: 'private' }, headers: { origin: new URL(page.url()).origin } });
  const { event } = (await made.json()) as { event: { roomId: string } };
  await page.locator(`nav a[href*="${event.roomId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(event.roomId));
  await expect(page.getByText('shelf')).toHaveCount(0);
  await page.locator(`nav a[href*="${lobby}"]`).first().click();
  await expectToStandAt(place);
});

test('[K1] [ux B1] who signs in where somebody was reading in the past begins at the end', async () => {
  const prefix = `left${Date.now()}`;
  await fill(prefix, 60);
  await readBack(3);
  await expect(page.getByText(`${prefix} 59`, { exact: true })).not.toBeInViewport();
  await page.getByRole('button', { name: 'Your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Eve');
  await page.keyboard.press('Enter');
  await ann.inSync();
  await expect(page.getByText(`${prefix} 59`, { exact: true })).toBeInViewport();
});

test('[ux B7] Back from a message that the address names leads to where one was reading', async () => {
  await fill('link', 200);
  const row = page.locator('article').filter({ has: page.getByText('link 199', { exact: true }) });
  const linked = await row.getAttribute('data-message-id');
  await readBack(6);
  const place = await firstOnScreen();
  await page.evaluate((at) => history.pushState(null, '', `${location.pathname}?at=${at}`), linked);
  await expect(row).toBeInViewport();
  await expect(row).toHaveAttribute('data-flashing', 'true');
  await page.goBack();
  await expectToStandAt(place);
});

test('[ux F4] what is read in the past is read again after a gap: what was removed meanwhile is gone, and the place stays', async () => {
  await fill('gap', 200);
  await ann.choose('poll');
  const idOf = (line: string) => page.locator('article').filter({ has: page.getByText(line, { exact: true }) }).getAttribute('data-message-id');
  await readBackTo('gap 100');
  const linked = await idOf('gap 100');
  await page.goto(`${page.url().split('?')[0]}?at=${linked}`);
  await expect(page.locator(`[data-message-id="${linked}"]`)).toBeInViewport();
  const removed = await idOf('gap 101');
  const place = await firstOnScreen();
  const room = new URL(page.url()).pathname.split('/')[3];
  const gap = async (route: Route) => {
    const answer = await page.request.delete(`/api/rooms/${room}/messages/${removed}`, { headers: { origin: new URL(page.url()).origin } });
    expect(answer.status()).toBe(200);
    await route.fulfill({ status: 410, json: { gap: { reason: 'expired', head: new URL(route.request().url()).searchParams.get('cursor') } } });
  };
  await page.route('**/api/poll?*', gap, { times: 1 });
  await expect(page.getByText('gap 101', { exact: true })).toHaveCount(0);
  await ann.inSync();
  await expectToStandAt(place);
});

test('[ux A8] who says something while she reads in the past sees it, with what came before it', async () => {
  await fill('past', 200);
  await readBack(6);
  await expect(page.locator('article', { hasText: 'past 199' })).not.toBeInViewport();
  await ann.say('said from the past');
  await expect(page.locator('article', { hasText: 'said from the past' })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('article', { hasText: 'past 199' })).toBeInViewport();
});

test('[ux C6] a look at the past by a link marks nothing as read', async ({ baseURL }) => {
  await fill('old', 200);
  const linked = await page.locator('article').filter({ has: page.getByText('old 199', { exact: true }) }).getAttribute('data-message-id');
  const lobby = page.url();
  const made = await page.request.post('/api/rooms', { data: { name: `aside ${Date.now()}`, kind: 'private' }, headers: { origin: new URL(lobby).origin } });
  const { event } = (await made.json()) as { event: { roomId: string } };
  await page.locator(`nav a[href*="${event.roomId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(event.roomId));
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 150; n++) bob.say(`unseen ${n}`);
  const unread = async () => {
    const { rooms } = (await (await page.request.get('/api/snapshot')).json()) as { rooms: { room: { id: string }; lastNumber: number; read: { number: number } }[] };
    const { read, lastNumber } = rooms.find(({ room }) => lobby.includes(room.id))!;
    return lastNumber - read.number;
  };
  await expect.poll(unread, { timeout: 30_000 }).toBeGreaterThanOrEqual(150);
  const before = await unread();
  await page.goto(`${lobby}?at=${linked}`);
  await expect(page.locator(`[data-message-id="${linked}"]`)).toBeInViewport();
  await page.waitForTimeout(2_500);
  expect(await unread()).toBe(before);
  await bob.leave();
});

test('[ux C6] a link past what is unread marks nothing as read, though all of it is loaded, until one goes to the end', async ({ baseURL }) => {
  const line = `last ${Date.now()}`;
  await fill('old', 60);
  await post(line, 1);
  const linked = await rowOf(`${line} 0`).getAttribute('data-message-id');
  const lobby = page.url();
  await goAside();
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 30; n++) bob.say(`unseen ${n}`);
  await bob.heard();
  await page.evaluate((there) => history.pushState(null, '', there), `${lobby}?at=${linked}`);
  await expect(page.locator(`[data-message-id="${linked}"]`)).toBeInViewport();
  await expect(page.getByText('unseen 3', { exact: true }).last()).toBeInViewport();
  await page.waitForTimeout(2_000);
  expect(await unread()).toBe(30);
  await page.getByRole('log').hover();
  await page.mouse.wheel(0, 20_000);
  await expect.poll(() => unread()).toBe(0);
  bob.leave();
});

test('[ux B1][ux C6] the way to what is unread leads to the first of it, a third from the top, and what comes below meanwhile is not read', async ({ baseURL }) => {
  await fill('known', 5);
  await page.waitForTimeout(1_000);
  await page.goto('about:blank');
  const bob = await Talker.arrive(baseURL!);
  const first = bob.say(`first ${Date.now()}`);
  for (let n = 0; n < 130; n++) bob.say(`fresh ${n}`);
  await bob.heard();
  await page.goto('/');
  await ann.inSync();
  await page.getByRole('button', { name: 'Go to the newest message' }).click();
  await expect.poll(() => unread()).toBe(0);
  await page.getByRole('button', { name: '131 unread messages' }).click();
  await expect(rowOf(first)).toBeInViewport();
  const fromThird = () => rowOf(first).evaluate((row) => {
    const list = document.getElementById('messages')!;
    return Math.abs(row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3);
  });
  await expect.poll(fromThird).toBeLessThan(20);
  await expect(page.getByTestId('divider').locator('xpath=following-sibling::*[1]')).toContainText(first);
  for (const n of [0, 1]) bob.say(`later ${n}`);
  await bob.heard();
  await page.waitForTimeout(1_500);
  expect(await unread()).toBe(2);
  expect(await fromThird()).toBeLessThan(20);
  bob.leave();
});

test('[ux B7] the same hit leads to its message again, also from far back, and it stands out without motion', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const words = `rhubarb${Date.now()}`;
  await post('far', 1);
  const far = await page.locator('article', { hasText: 'far 0' }).last().getAttribute('data-message-id');
  await fill('between', 200);
  await ann.say(words);
  const hit = rowOf(words);
  await expect(hit).toHaveAttribute('data-message-id', /./);
  await post('after', 20);
  await page.evaluate((at) => history.pushState(null, '', `${location.pathname}?at=${at}`), far);
  await expect(page.locator(`[data-message-id="${far}"]`)).toBeInViewport();
  await expect(hit).toHaveCount(0);

  await search(words);
  await expect(hit).toBeInViewport();
  await expect(hit).toHaveAttribute('data-flashing', 'true');
  const colour = () => hit.evaluate((row) => getComputedStyle(row).backgroundColor);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  const steady = await colour();
  await expect(hit).not.toHaveAttribute('data-flashing', 'true');
  expect(await colour()).not.toBe(steady);

  await readBack(4);
  await expect(hit).not.toBeInViewport();
  await search(words);
  await expect(hit).toBeInViewport();
  await expect(hit).toHaveAttribute('data-flashing', 'true');
});

test('[ux D4] the last own message is edited before one\'s eyes, from far back and though many have come since; Esc leaves the reader there', async ({ baseURL }) => {
  await post('far', 1);
  const far = await page.locator('article', { hasText: 'far 0' }).last().getAttribute('data-message-id');
  await fill('mine', 200);
  await page.evaluate((at) => history.pushState(null, '', `${location.pathname}?at=${at}`), far);
  await expect(page.locator(`[data-message-id="${far}"]`)).toBeInViewport();
  await expect(rowOf('mine 199')).toHaveCount(0);
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await ann.composer.press('ArrowUp');
  await expect(editor).toHaveValue('mine 199');
  await expect(editor).toBeInViewport({ ratio: 1 });
  await expect(editor).toBeFocused();
  await editor.press('Escape');
  await expect(ann.composer).toBeFocused();
  await page.locator('[data-to-end]').click();

  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 170; n++) bob.say(`since ${n}`);
  await bob.heard();
  await expect(page.getByText('since 169', { exact: true })).toBeInViewport();
  await expect(rowOf('mine 199')).toHaveCount(0);
  await ann.composer.press('ArrowUp');
  await expect(editor).toBeInViewport({ ratio: 1 });
  await expect(editor).toBeFocused();
  bob.leave();
});

test('[ux D4][ux B2] Esc takes back an answer and moves nobody; its X gives the keyboard to the composer; ↑ shows what it edits', async () => {
  await fill('talk', 60);
  await readBack(3);
  const place = await firstOnScreen();
  const answer = page.getByTestId('answering');
  const reply = async () => {
    await rowOf(place.text).hover();
    await rowOf(place.text).getByRole('button', { name: 'Reply' }).click();
    await expect(answer).toBeVisible();
  };
  await reply();
  await expect(ann.composer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(answer).toHaveCount(0);
  await page.waitForTimeout(300);
  await expect(rowOf(place.text)).toBeInViewport();
  await reply();
  await answer.getByRole('button').click();
  await expect(answer).toHaveCount(0);
  await expect(ann.composer).toBeFocused();
  await expect(rowOf(place.text)).toBeInViewport();

  await ann.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await expect(editor).toHaveValue('talk 59');
  await expect(editor).toBeInViewport({ ratio: 1 });
});

test('[ux B2] who goes to the end while she edits can go back up to the editor; it ends when the message is removed elsewhere', async () => {
  await fill('before', 40);
  await ann.say('to be edited');
  const row = page.locator('article[data-message-id]', { hasText: 'to be edited' }).last();
  const id = await row.getAttribute('data-message-id');
  await ann.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('half edited');
  await post('meanwhile', 40);
  await page.locator('[data-to-end]').click();
  await expect(page.getByText('meanwhile 39', { exact: true })).toBeInViewport();
  await expect(editor).not.toBeInViewport();
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -300);
    await page.waitForTimeout(300);
    await expect(editor).toBeInViewport({ timeout: 1 });
  }).toPass({ timeout: 15_000 });
  await post('one more', 1);
  await expect(page.getByText('one more 0', { exact: true })).toBeAttached();
  await expect(editor).toBeInViewport();
  await expect(editor).toHaveValue('half edited');

  await page.evaluate((messageId) => fetch(`/api/rooms/${location.pathname.split('/')[3]}/messages/${messageId}`, { method: 'DELETE' }), id);
  await expect(editor).toHaveCount(0);
  await expect(ann.composer).toBeFocused();
  await expect(page.getByText('one more 0', { exact: true })).toBeInViewport();
  await post('and then', 1);
  await expect(page.getByText('and then 0', { exact: true })).toBeInViewport();
});

test('[ux F13][ux B9] who reads in the past with an unsent message is there again after a reload', async () => {
  await ann.choose('sse');
  await fill('said', 60);
  const refusal = { type: 'about:blank', title: 'No', status: 403, code: 'not_a_member' };
  await page.route('**/messages', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) }));
  await ann.say('not sent');
  await expect(page.locator('article', { hasText: 'Not sent: You are not a member' })).toBeInViewport();
  await readBack(1);
  const place = await firstOnScreen();
  expect(place.text).toMatch(/^said \d+$/);
  await page.reload();
  await ann.inSync();
  await expect(page.locator('article', { hasText: 'Not sent: You are not a member' })).toBeAttached();
  await page.waitForTimeout(500);
  await expectToStandAt(place);
});

test('[ux B2][ux B6] a thousand messages do not move what one reads; the way down has no hole where the past meets what goes on', async ({ baseURL }) => {
  await fill('long', 120);
  await readBack(4);
  const place = await firstOnScreen();
  expect(place.text).toMatch(/^long \d+$/);
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 1_100; n++) bob.say(`more ${n}`);
  await bob.heard();
  bob.leave();
  await expect(page.locator('[data-to-end]')).toHaveText('1,100 new');
  await expectToStandAt(place);
  const numbers = () => page.getByRole('log').evaluate((list) => [...list.querySelectorAll<HTMLElement>('[data-number]')].map((row) => Number(row.dataset['number'])));
  const first = (await numbers())[0]!;
  const seen = new Set<number>();
  const newest = page.getByText('more 1099', { exact: true });
  while (!(await newest.isVisible())) {
    const shown = await numbers();
    expect(shown).toEqual(shown.map((_, i) => shown[0]! + i));
    expect(shown.length).toBeLessThanOrEqual(300);
    for (const number of shown) seen.add(number);
    await page.mouse.wheel(0, 3_000);
    await page.waitForTimeout(100);
  }
  for (const number of await numbers()) seen.add(number);
  const last = Math.max(...seen);
  expect(seen.size).toBe(last - first + 1);
});

test('[ux F4] older messages that could not be read come by themselves when they can be', async () => {
  await fill('older', 80);
  await page.route(/messages\?before/, (route) => route.abort());
  await readBack(8);
  await expect(page.getByText('older 29', { exact: true })).toHaveCount(0);
  await page.unroute(/messages\?before/);
  await expect(page.getByText('older 20', { exact: true })).toBeAttached();
});

test('[ux B6] a message that is being edited stays in the page with its text, however many arrive', async () => {
  await fill('before', 40);
  await ann.say('to be edited');
  await expect(page.locator('article[data-message-id]', { hasText: 'to be edited' })).toBeVisible();
  await ann.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('to be edited, at length');
  await expect(editor).toBeInViewport();
  await expect(page.locator('[data-to-end]')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click({ trial: true });
  await page.getByRole('button', { name: 'Save' }).click({ trial: true });
  const { y } = (await editor.boundingBox())!;
  await post('meanwhile', 400);
  await expect(page.getByText('meanwhile 100')).toBeAttached();
  await expect(editor).toHaveValue('to be edited, at length');
  expect(Math.abs((await editor.boundingBox())!.y - y)).toBeLessThanOrEqual(1);
  await editor.press('Enter');
  await expect(page.getByText('meanwhile 399')).toBeInViewport();
  await expect(editor).toHaveCount(0);
});

test('[ux B1] the page opens at the first new message a third from the top, before there is a script, and nothing moves when it comes', async ({ baseURL }) => {
  await fill('read before', 40);
  await page.waitForTimeout(1_500);
  await page.goto('about:blank');
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 28; n++) bob.say(`while away ${n}`);
  await bob.heard();
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
  await page.goto('/', { waitUntil: 'commit' });
  const divider = page.getByTestId('divider');
  await expect(divider).toBeVisible();
  const place = () => divider.evaluate((line) => {
    const list = document.getElementById('messages')!;
    return { fromTop: line.nextElementSibling!.getBoundingClientRect().top - list.getBoundingClientRect().top, third: list.clientHeight / 3, opacity: getComputedStyle(list).opacity };
  });
  const before = await place();
  expect(before.opacity).toBe('1');
  expect(Math.abs(before.fromTop - before.third)).toBeLessThan(2);
  wake();
  await ann.inSync();
  expect(Math.abs((await place()).fromTop - before.fromTop)).toBeLessThan(2);
  bob.leave();
});

test('[ux B1] who scrolls in the page before there is a script stays where she is when it comes', async () => {
  await fill('**said**', 60);
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByText('said 59', { exact: true })).toBeInViewport();
  await page.getByRole('log').hover();
  await page.mouse.wheel(0, -400);
  await page.waitForTimeout(1_000);
  await expect(page.getByText('said 59', { exact: true })).not.toBeInViewport();
  const place = await firstOnScreen();
  wake();
  await ann.inSync();
  await page.waitForTimeout(500);
  await expectToStandAt(place);
  await post('meanwhile', 3);
  await expect(page.getByText('meanwhile 2', { exact: true })).toBeAttached();
  await expectToStandAt(place);
});

/** Runs in each new page: where a line stands in every frame in which the list can be seen, to a pixel; null while it cannot be seen. */
function watchLine(line: string): void {
  const seen: (number | null)[] = [];
  Object.assign(window, { seen });
  const look = () => {
    requestAnimationFrame(look);
    const list = document.getElementById('messages');
    if (!list || !list.querySelector('article') || getComputedStyle(list).opacity === '0') return;
    const row = [...list.querySelectorAll<HTMLElement>('article')].find((each) => each.innerText.split('\n').includes(line));
    const top = row ? Math.round(row.getBoundingClientRect().top) : null;
    if (seen.at(-1) !== top || seen.length === 0) seen.push(top);
  };
  look();
}

for (const { where, line, drawn } of [
  { where: 'in the newest page', line: 'again 160', drawn: true },
  { where: 'before the newest page', line: 'again 110', drawn: false },
]) {
  test(`[ux B1][ux F13] who reads ${where} sees nothing else after a reload, with scripts that come late`, async () => {
    await fill('**again**', 200);
    await readBackTo(line);
    const place = await firstOnScreen();
    await page.addInitScript(watchLine, place.text);
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    await page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
    await page.reload({ waitUntil: 'commit' });
    await expect(page.getByText('again 199', { exact: true })).toBeAttached();
    await page.waitForTimeout(500);
    const seen = () => page.evaluate(() => (window as unknown as { seen: (number | null)[] }).seen);
    expect(await seen()).toEqual(drawn ? [Math.round(place.top)] : []);
    wake();
    await ann.inSync();
    await expectToStandAt(place);
    await page.waitForTimeout(500);
    const tops = await seen();
    expect(tops.length).toBeGreaterThan(0);
    for (const top of tops) expect(Math.abs(top! - place.top)).toBeLessThanOrEqual(1);

    // Once more before it was there again.
    await page.route(/messages\?around/, () => undefined);
    await page.reload();
    await ann.inSync();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await expectToStandAt(place);
  });
}

test('[ux B3] what waits below is told with its count and who began; a click goes there, Esc puts it away until more comes', async ({ baseURL }) => {
  await fill('before', 40);
  await readBack(3);
  const bob = await Talker.arrive(baseURL!);
  const pill = page.locator('button[data-to-end]');
  for (const n of [0, 1, 2]) bob.say(`news ${n}`);
  await expect(pill).toHaveText('3 new from Bob');
  const cleo = await Talker.arrive(baseURL!, 'Cleo');
  cleo.say('news 3');
  await expect(pill).toHaveText('4 new, first from Bob');
  await page.keyboard.press('Escape');
  await expect(pill).toHaveText('');
  await expect(pill).toHaveAccessibleName('Go to the newest message');
  cleo.say('news 4');
  await expect(pill).toHaveText('5 new, first from Bob');
  await page.getByRole('button', { name: 'Put the notice away' }).click();
  await expect(pill).toHaveText('');
  await pill.click();
  await expect(page.getByText('news 4')).toBeInViewport();
  await expect(pill).toHaveCount(0);
  bob.leave();
  cleo.leave();
});

test('[ux B1][ux B11][ux C1][ux C3] the page opens at the first new message though it had to be fetched; what was not on the screen is not read; at the end all is, and the line stays', async ({ baseURL }) => {
  await fill('known', 5);
  await page.waitForTimeout(1_000);
  await page.goto('about:blank');
  const bob = await Talker.arrive(baseURL!);
  for (let n = 0; n < 130; n++) bob.say(`fresh ${n}`);
  await bob.heard();
  await page.addInitScript(watchLine, 'fresh 0');
  await page.goto('/');
  await ann.inSync();
  const log = page.getByRole('log');
  expect(await log.evaluate((box) => getComputedStyle(box).overflowAnchor)).toBe('none');
  const divider = page.getByTestId('divider');
  await expect(divider.locator('xpath=following-sibling::*[1]')).toContainText('fresh 0');
  await page.waitForTimeout(1_500);
  const tops = await page.evaluate(() => (window as unknown as { seen: (number | null)[] }).seen);
  const third = await log.evaluate((box) => box.getBoundingClientRect().top + box.clientHeight / 3);
  expect(tops).toEqual([Math.round(third)]);
  expect(await unread()).toBeGreaterThan(90);
  expect(await unread()).toBeLessThan(130);
  await page.getByRole('button', { name: 'Go to the newest message' }).click();
  await expect.poll(() => unread(), { timeout: 15_000 }).toBe(0);
  await log.hover();
  for (let n = 0; n < 40 && (await divider.count()) === 0; n++) {
    await page.mouse.wheel(0, -1_500);
    await page.waitForTimeout(200);
  }
  await expect(divider.locator('xpath=following-sibling::*[1]')).toContainText('fresh 0');
  bob.leave();
});
