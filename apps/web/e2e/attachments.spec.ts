import { readFile } from 'node:fs/promises';
import { MODES } from '@fourways/chat-core';
import { expect, type Page } from '@playwright/test';
import { Person } from './person';
import { picture } from './picture';
import { test } from './test';

const SEA = { name: 'sea.png', mimeType: 'image/png', buffer: picture(600, 400, [20, 110, 150]) };
const PLAN = { name: 'план.txt', mimeType: 'text/plain', buffer: Buffer.from('first this, then that') };
const UPLOADS = '**/api/rooms/*/attachments?**';

const strip = (page: Page) => page.getByRole('list', { name: 'Files to send' });
const row = (page: Page, text: string) => page.locator('article', { hasText: text });
const choose = (page: Page, files: Parameters<ReturnType<Page['getByTestId']>['setInputFiles']>[0]) => page.getByTestId('file-input').setInputFiles(files);

/** Puts a file into the hands of the page, as the clipboard or a mouse would. */
function handOver(page: Page, type: 'paste' | 'dragenter' | 'drop', { text = '' } = {}): Promise<boolean> {
  return page.evaluate(
    ({ type, text, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'shot.png', { type: 'image/png' }));
      if (text) data.setData('text/plain', text);
      const init = { bubbles: true, cancelable: true };
      const event = type === 'paste' ? new ClipboardEvent('paste', { ...init, clipboardData: data }) : new DragEvent(type, { ...init, dataTransfer: data });
      return document.querySelector('#composer')!.dispatchEvent(event);
    },
    { type, text, bytes: [...SEA.buffer] },
  );
}

for (const mode of MODES) {
  test(`[ux D5][O7] by ${mode}: a picture and a file reach the others with their message`, async ({ browser }) => {
    const ann = await Person.arrive(browser, 'Ann', mode);
    const bob = await Person.arrive(browser, 'Bob', mode);
    const text = `from the coast by ${mode}`;
    await choose(ann.page, [SEA, PLAN]);
    await ann.page.getByRole('textbox', { name: 'What sea.png shows' }).fill('The sea, calm');
    await ann.say(text);
    await expect(strip(ann.page)).toHaveCount(0);
    for (const { page } of [ann, bob]) {
      const shown = row(page, text).getByRole('img', { name: 'The sea, calm' });
      await expect(shown).toBeVisible();
      await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    }
    const saving = bob.page.waitForEvent('download');
    await row(bob.page, text).getByRole('link', { name: 'Save план.txt' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('план.txt');
    expect(await readFile(await saved.path(), 'utf8')).toBe('first this, then that');
    await Promise.all([ann.leave(), bob.leave()]);
  });
}

test('[ux D5] pasted with a text, both are kept; dropped anywhere on the room, a file is taken', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ann.composer.fill('look at ');
  expect(await handOver(page, 'paste', { text: 'this' })).toBe(true);
  await expect(strip(page).getByRole('listitem')).toHaveCount(1);
  await expect(ann.composer).toHaveValue('look at ');
  await handOver(page, 'dragenter');
  await expect(page.getByTestId('drop-overlay')).toBeVisible();
  expect(await handOver(page, 'drop')).toBe(false);
  await expect(page.getByTestId('drop-overlay')).toHaveCount(0);
  await expect(strip(page).getByRole('listitem')).toHaveCount(2);
  await strip(page).getByRole('button', { name: 'Remove shot.png' }).first().click();
  await expect(ann.composer).toBeFocused();
  await ann.page.keyboard.press('Enter');
  await expect(row(page, 'look at').getByRole('img', { name: 'Picture: shot.png' })).toHaveCount(1);
  await ann.leave();
});

test('[ux K1] one that is refused says why where it happened, and stops no other', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  await choose(page, [PLAN, { name: 'damaged.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }]);
  await expect(strip(page).getByText('The picture is damaged')).toBeVisible();
  await choose(page, { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(11 * 1024 * 1024) });
  await expect(strip(page).getByText('This is too large.')).toBeVisible();
  await ann.say('only the plan goes');
  await expect(row(page, 'only the plan goes').getByText('план.txt')).toBeVisible();
  await expect(strip(page).getByRole('listitem')).toHaveCount(2);
  for (const name of ['damaged.png', 'film.mp4']) await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(strip(page)).toHaveCount(0);
  await ann.leave();
});

test('[ux K2] what was not in the room when the page went says so; what was, is still there', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  await choose(page, SEA);
  await expect(strip(page).getByRole('listitem')).toHaveCount(1);
  await expect(strip(page).getByRole('progressbar')).toHaveCount(0);
  await page.route(UPLOADS, () => undefined);
  await choose(page, PLAN);
  await expect(strip(page).getByRole('progressbar', { name: 'Uploading план.txt' })).toBeVisible();
  await page.reload();
  await expect(strip(page).getByText('The upload was interrupted. Choose the file again.')).toHaveCount(1);
  await ann.say('what is left of it');
  await expect(row(page, 'what is left of it').getByRole('img', { name: 'Picture: sea.png' })).toBeVisible();
  await expect(strip(page).getByRole('listitem')).toHaveCount(1);
  await ann.leave();
});

test('[ux A7][ux B5] sent before its picture is there, a message waits for it, through a reload, and has the same size there', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  let held = true;
  await page.route(UPLOADS, (route) => (held ? undefined : route.continue()));
  await choose(page, SEA);
  await ann.say('it will come');
  await ann.say('and then this');
  const mine = row(page, 'it will come');
  await expect(mine.getByRole('progressbar', { name: 'Uploading sea.png' })).toBeVisible();
  await page.reload();
  await expect(mine.getByRole('progressbar')).toBeVisible();
  const before = await mine.getByRole('img', { name: 'Picture: sea.png' }).boundingBox();
  held = false;
  await page.reload();
  await expect(mine.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });
  await expect(row(page, 'and then this')).toBeVisible();
  await expect(mine).toHaveAttribute('data-message-id', /./);
  const after = await mine.getByRole('img', { name: 'Picture: sea.png' }).boundingBox();
  expect([after!.width, after!.height]).toEqual([before!.width, before!.height]);
  await ann.leave();
});

test('[ux A2][ux B5] the row of a picture keeps its node, its picture and its height from the choice to the log', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  let pass = () => {};
  const passed = new Promise<void>((resolve) => (pass = resolve));
  await page.route(UPLOADS, (route) => passed.then(() => route.continue()));
  await choose(page, SEA);
  await ann.say('steady');
  const mine = row(page, 'steady');
  await mine.getByRole('img', { name: 'Picture: sea.png' }).evaluate((img) => img.setAttribute('data-seen', 'before'));
  const src = await mine.getByRole('img').last().getAttribute('src');
  pass();
  await expect(mine).toHaveAttribute('data-message-id', /./);
  await expect(mine.locator('img[data-seen=before]')).toHaveAttribute('src', src!);
  await ann.leave();
});

test('[ux B5] a picture that comes late moves nothing', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await choose(ann.page, SEA);
  await ann.say('late picture');
  await ann.say('the line below it');
  const bob = await Person.arrive(browser, 'Bob');
  let pass = () => {};
  const passed = new Promise<void>((resolve) => (pass = resolve));
  await bob.page.route('**/preview', (route) => passed.then(() => route.continue()));
  await bob.page.reload();
  const below = row(bob.page, 'the line below it');
  await expect(below).toBeVisible();
  await bob.page.waitForTimeout(500);
  const before = await below.boundingBox();
  pass();
  const img = row(bob.page, 'late picture').getByRole('img', { name: 'Picture: sea.png' });
  await expect.poll(() => img.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
  expect(await below.boundingBox()).toEqual(before);
  await Promise.all([ann.leave(), bob.leave()]);
});

test('[ux I3] a picture opens large by keyboard, the arrows go to the next, Esc closes, and the focus returns', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  await choose(page, [SEA, { name: 'wood.png', mimeType: 'image/png', buffer: picture(300, 500, [40, 100, 50]) }]);
  await ann.say('two of them');
  const first = row(page, 'two of them').getByRole('link', { name: 'Picture: sea.png' });
  await expect(row(page, 'two of them')).toHaveAttribute('data-message-id', /./);
  await first.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog');
  await expect(large).toHaveAccessibleName('sea.png');
  await page.keyboard.press('ArrowRight');
  await expect(large).toHaveAccessibleName('wood.png');
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(first).toBeFocused();
  await ann.leave();
});

test('[ux A5] a message whose file is refused keeps text and files for another try', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  let pass = () => {};
  const passed = new Promise<void>((resolve) => (pass = resolve));
  await page.route(UPLOADS, async (route) => {
    await passed;
    await route.continue();
  });
  await choose(page, { name: 'damaged.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await ann.say('with a damaged one');
  pass();
  const mine = row(page, 'with a damaged one');
  await expect(mine.getByText(/The picture is damaged/)).toBeVisible();
  await mine.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(ann.composer).toHaveValue('with a damaged one');
  await expect(strip(page).getByText(/The picture is damaged/)).toBeVisible();
  await ann.leave();
});
