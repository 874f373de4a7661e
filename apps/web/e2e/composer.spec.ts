import { expect } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

test('[ux D6] a shortcode typed in full becomes an emoji, and Ctrl+Z makes it what was typed', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.composer.pressSequentially('well done :tada:', { delay: 20 });
  await expect(ann.composer).toHaveValue('well done 🎉');
  await ann.page.keyboard.press('ControlOrMeta+z');
  await expect(ann.composer).toHaveValue('well done :tada:');
  await ann.page.keyboard.press('Enter');
  await ann.expectToRead('well done', ['well done :tada:']);
  await ann.leave();
});

test('[ux D7] a list of emoji after two letters, by keyboard alone', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.composer.pressSequentially('to the moon :rocke', { delay: 20 });
  const list = ann.page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(ann.composer).toHaveAttribute('aria-activedescendant', (await list.getByRole('option').first().getAttribute('id'))!);
  await ann.page.keyboard.press('Enter');
  await expect(ann.composer).toHaveValue('to the moon 🚀 ');
  await expect(list).toHaveCount(0);
  await ann.page.keyboard.press('ControlOrMeta+z');
  await expect(ann.composer).toHaveValue('to the moon :rocke');
  await ann.leave();
});

test('[ux D6] the emoji picker, in Russian, puts an emoji at the caret, and Ctrl+Z takes it away', async ({ browser }) => {
  const maria = await Person.arrive(browser, 'Мария', 'auto', { locale: 'ru' });
  const elsewhere: string[] = [];
  maria.page.on('request', (request) => new URL(request.url()).hostname !== '127.0.0.1' && elsewhere.push(request.url()));
  await maria.composer.pressSequentially('привет мир');
  for (let i = 0; i < 4; i++) await maria.page.keyboard.press('ArrowLeft');
  await maria.page.getByRole('button', { name: 'Вставить эмодзи' }).click();
  await expect(maria.page.getByText('Смайлики')).toBeVisible();
  await maria.page.getByRole('searchbox', { name: 'Найти эмодзи' }).fill('ракета');
  await maria.page.getByRole('gridcell', { name: 'Ракета' }).first().click();
  await expect(maria.composer).toBeFocused();
  await expect(maria.composer).toHaveValue('привет🚀 мир');
  await maria.page.keyboard.press('ControlOrMeta+z');
  await expect(maria.composer).toHaveValue('привет мир');
  expect(elsewhere).toEqual([]);
  await maria.leave();
});

test('[ux D3] a draft survives the page with its caret, and the room list tells of it', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  await page.getByRole('button', { name: 'Create a room' }).click();
  await page.getByRole('textbox', { name: 'Room name' }).fill(`drafts-${Date.now()}`);
  await page.getByRole('button', { name: 'Create room' }).click();
  await page.getByRole('link', { name: /lobby/ }).click();
  await ann.composer.pressSequentially('half a thought');
  for (let i = 0; i < ' thought'.length; i++) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(ann.composer).toHaveValue('half a thought');
  await ann.composer.focus();
  await page.keyboard.type(' of');
  await expect(ann.composer).toHaveValue('half a of thought');
  await page.getByRole('link', { name: /drafts-/ }).click();
  await expect(page.getByRole('link', { name: /lobby/ })).toContainText('Draft');
  await ann.leave();
});

test('[ux D3] the next key after a room was chosen is written there, and so after Back, however busy the page is', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const { page } = ann;
  const name = `next-key-${Date.now()}`;
  await page.getByRole('button', { name: 'Create a room' }).click();
  await page.getByRole('textbox', { name: 'Room name' }).fill(name);
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('textbox', { name: `Message #${name}` })).toBeVisible();
  /** What a key would be written into that is pressed before the page has done anything else. */
  const written = await page.getByRole('link', { name: /lobby/ }).evaluate(async (link: HTMLElement) => {
    const field = () => document.getElementById('composer')?.getAttribute('aria-label');
    link.click();
    await Promise.resolve();
    const chosen = field();
    const back = new Promise<string | null | undefined>((resolve) => addEventListener('popstate', () => queueMicrotask(() => resolve(field()))));
    history.back();
    return [chosen, await back];
  });
  expect(written).toEqual(['Message #lobby', `Message #${name}`]);
  await ann.leave();
});

test('[ux D3] what is typed before the page has woken up stays', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await ann.page.route(/_next\/static\/.*\.js/, (route) => asleep.then(() => route.continue()));
  await ann.page.reload({ waitUntil: 'commit' });
  await ann.composer.pressSequentially('early bi');
  wake();
  await ann.inSync();
  await expect(ann.composer).toHaveValue('early bi');
  await ann.composer.pressSequentially('rd');
  await expect(ann.composer).toHaveValue('early bird');
  await ann.leave();
});

test('[ux D1] Ctrl+Enter is a choice of this device', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.page.getByRole('button', { name: 'Your menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Settings' }).click();
  await ann.page.getByRole('radio', { name: /Ctrl \+ Enter/ }).check();
  await ann.page.keyboard.press('Escape');
  await ann.page.reload();
  await ann.inSync();
  await ann.composer.pressSequentially('ctrl: one');
  await ann.composer.press('Enter');
  await ann.composer.pressSequentially('ctrl: two');
  await expect(ann.composer).toHaveValue('ctrl: one\nctrl: two');
  await ann.composer.press('ControlOrMeta+Enter');
  await ann.expectToRead('ctrl:', ['ctrl: one', 'ctrl: two']);
  await ann.leave();
});

test('[ux D4] ↑ edits the last own message, and Esc comes back to the composer', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.say('last words');
  await expect(ann.page.locator('article[data-message-id]', { hasText: 'last words' })).toBeVisible();
  await ann.composer.press('ArrowUp');
  const editor = ann.page.getByRole('textbox', { name: 'Edit your message' });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('last words');
  await ann.page.keyboard.press('Escape');
  await expect(ann.composer).toBeFocused();
  await expect(editor).toHaveCount(0);
  await ann.leave();
});

test('[ux D4] ↑ right after Enter edits what has just been sent, when it has arrived', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'sse');
  await ann.say('the words before');
  await expect(ann.page.locator('article[data-message-id]', { hasText: 'the words before' })).toBeVisible();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await ann.page.route(/\/messages$/, (route) => held.then(() => route.continue()));
  await ann.say('the last wrods');
  await ann.composer.press('ArrowUp');
  await ann.page.waitForTimeout(300);
  const editor = ann.page.getByRole('textbox', { name: 'Edit your message' });
  await expect(editor).toHaveCount(0);
  letGo();
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('the last wrods');
  await ann.leave();
});

test('[ux D9] whoever has switched it off types unseen', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann the silent');
  const bob = await Person.arrive(browser, 'Bob', 'sse');
  await ann.page.getByRole('button', { name: 'Your menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Settings' }).click();
  await ann.page.getByRole('switch', { name: /I am typing/ }).click();
  await ann.page.keyboard.press('Escape');
  await ann.composer.pressSequentially('psst', { delay: 50 });
  await bob.page.waitForTimeout(1_000);
  await expect(bob.page.getByTestId('typing')).toHaveText('');
  await ann.page.getByRole('button', { name: 'Your menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Settings' }).click();
  await ann.page.getByRole('switch', { name: /I am typing/ }).click();
  await ann.page.keyboard.press('Escape');
  await ann.composer.pressSequentially('!');
  await expect(bob.page.getByTestId('typing')).toContainText('Ann the silent');
  await ann.leave();
  await bob.leave();
});

test('[ux A10] Enter twice and a double click send a message once', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.composer.fill('once: by key');
  await Promise.all([ann.page.keyboard.press('Enter'), ann.page.keyboard.press('Enter')]);
  await ann.composer.fill('once: by click');
  await ann.page.getByRole('button', { name: 'Send' }).dblclick();
  await ann.composer.fill('once: and no more');
  await ann.page.keyboard.press('Enter');
  await ann.expectToRead('once:', ['once: by key', 'once: by click', 'once: and no more']);
  await ann.leave();
});

test('[ux D1] on a phone Enter is a new line, and the button sends', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'auto', { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  await ann.composer.pressSequentially('phone: one');
  await ann.page.keyboard.press('Enter');
  await ann.composer.pressSequentially('phone: two');
  await expect(ann.composer).toHaveValue('phone: one\nphone: two');
  await ann.page.getByRole('button', { name: 'Send' }).tap();
  await ann.expectToRead('phone:', ['phone: one', 'phone: two']);
  await expect(ann.composer).toBeFocused();
  await ann.leave();
});

test('[ux D2] the Enter that ends a composition sends nothing', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const devtools = await ann.page.context().newCDPSession(ann.page);
  await ann.composer.focus();
  await devtools.send('Input.imeSetComposition', { text: 'かんじ', selectionStart: 3, selectionEnd: 3 });
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await devtools.send('Input.insertText', { text: '漢字' });
  await expect(ann.composer).toHaveValue('漢字');
  await ann.composer.press('Enter');
  await ann.expectToRead('漢字', ['漢字']);
  await expect(ann.composer).toHaveValue('');
  await ann.leave();
});

test('[ux D4] [ux D6] [ux D7] the editor of a message completes emoji and names, as the composer does', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann who edits');
  const bob = await Person.arrive(browser, 'Bobwhoiscalled');
  await ann.say('come here');
  await expect(ann.page.locator('article[data-message-id]', { hasText: 'come here' })).toBeVisible();
  await ann.composer.press('ArrowUp');
  const editor = ann.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.pressSequentially(' :tada: :rocke', { delay: 20 });
  const list = ann.page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list.getByRole('option').first()).toBeInViewport({ ratio: 1 });
  await ann.page.keyboard.press('Enter');
  await expect(editor).toHaveValue('come here 🎉 🚀 ');
  await editor.pressSequentially('@Bobwho', { delay: 20 });
  await expect(list.getByRole('option', { name: 'Bobwhoiscalled' })).toBeVisible();
  await ann.page.keyboard.press('Tab');
  await expect(editor).toHaveValue('come here 🎉 🚀 @Bobwhoiscalled ');
  await ann.page.keyboard.press('Enter');
  await expect(editor).toHaveCount(0);
  const changed = bob.page.locator('article', { hasText: 'come here' });
  await expect(changed).toContainText('🎉 🚀');
  await expect(changed.locator('[data-mention]')).toHaveText('@Bobwhoiscalled');
  await ann.leave();
  await bob.leave();
});
