import { expect } from '@playwright/test';
import { Person } from './person';
import { test } from './test';

test('what was typed as Markdown is read as Markdown, by both', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  const bob = await Person.arrive(browser, 'Bob', 'sse');
  await ann.say('markdown **strong** and `code` and [a link](https://fourways.example/a)');
  const row = bob.page.locator('article', { hasText: 'markdown strong and code' });
  await expect(row.locator('strong')).toHaveText('strong');
  const link = row.getByRole('link', { name: 'a link' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(link).toHaveAttribute('target', '_blank');
  await ann.leave();
  await bob.leave();
});

test('[ux B5] colours come to code without moving anything, in both themes', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  await ann.page.route(/github-light-high-contrast|_next\/static\/.*\.js/, (route) => gate.then(() => route.continue()));
  await ann.say('code:\n```ts\nconst answer: number = 42; // why\nexport default answer;\n```');
  const block = ann.page.locator('pre', { hasText: 'const answer' });
  await expect(block).toBeVisible();
  const plain = await block.boundingBox();
  await expect(block).not.toHaveAttribute('data-highlighted');
  open();
  await expect(block).toHaveAttribute('data-highlighted', 'true');
  expect(await block.boundingBox()).toEqual(plain);
  await expect(block).toHaveText('const answer: number = 42; // why\nexport default answer;');
  const colours = () => block.locator('span').evaluateAll((spans) => [...new Set(spans.map((span) => getComputedStyle(span).color))]);
  const light = await colours();
  expect(light.length).toBeGreaterThan(2);
  await ann.page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(colours).not.toEqual(light);
  await ann.leave();
});

test('code is copied with a click, and a long line scrolls within its block', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'websocket', { permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 390, height: 800 } });
  const code = `copied("${'x'.repeat(200)}");`;
  await ann.say(`\`\`\`js\n${code}\n\`\`\``);
  const block = ann.page.locator('pre', { hasText: 'copied(' });
  const row = ann.page.locator('article', { has: block });
  await row.getByRole('button', { name: 'Copy the code' }).click();
  await expect(row.getByRole('status')).toHaveText('Copied');
  expect(await ann.page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  expect(await ann.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await block.focus();
  await ann.page.keyboard.press('ArrowRight');
  await expect.poll(() => block.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await ann.leave();
});

test('[ux B8] texts are found by the browser, and a selection over several is copied without any buttons', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann', 'websocket', { permissions: ['clipboard-read', 'clipboard-write'] });
  await ann.say('select *one*');
  await ann.say('```js\nselect("two")\n```');
  await ann.say('select three');
  const body = (text: string) => ann.page.locator('article', { hasText: text }).last();
  await expect(body('select three')).toBeVisible();
  const [first, last] = [await body('select one').elementHandle(), await body('select three').elementHandle()];
  await ann.page.evaluate(([from, to]) => getSelection()!.setBaseAndExtent(from!, 0, to!, to!.childNodes.length), [first, last]);
  await ann.page.keyboard.press('ControlOrMeta+c');
  const copied = await ann.page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['select one', 'select("two")', 'select three']) expect(copied).toContain(part);
  expect(copied).not.toContain('Copy');
  const finds = (text: string) => ann.page.evaluate((sought) => (window as unknown as { find(text: string, matchCase: boolean, backwards: boolean, wrap: boolean): boolean }).find(sought, false, false, true), text);
  expect(await finds('select("two")')).toBe(true);
  expect(await finds('select("three")')).toBe(false);
  await ann.leave();
});

test('[ux E4] up to three emoji alone are large', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann');
  await ann.say('🎉🚀 👍🏽');
  await ann.say('🎉🚀👍🏽❤️');
  const size = (text: string) => ann.page.getByText(text, { exact: true }).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  await expect.poll(() => size('🎉🚀 👍🏽')).toBeGreaterThanOrEqual(32);
  expect(await size('🎉🚀👍🏽❤️')).toBeLessThan(20);
  await ann.leave();
});
