import { expect } from '@playwright/test';
import { test } from './test';

test('what never changes comes as the build has compressed it, and is kept for a year; what is not there is not kept', async ({ request }) => {
  const page = await (await request.get('/en')).text();
  const [script] = /\/_next\/static\/chunks\/[^"]+\.js/.exec(page)!;
  for (const encoding of ['br', 'gzip']) {
    const { 'content-encoding': encoded, 'cache-control': kept } = (await request.get(script, { headers: { 'accept-encoding': encoding } })).headers();
    expect([encoded, kept]).toEqual([encoding, 'public, max-age=31536000, immutable']);
  }
  const missing = await request.get(`${script}.gone.js`);
  expect([missing.status(), missing.headers()['cache-control']]).toEqual([404, 'no-store']);
});

test('a room opens with less than 200 kB of scripts: no menu, no popover, no toast, no schema; each is compiled while it is fetched', async ({ request }) => {
  await request.post('/api/session', { data: { name: `Ann ${Date.now()}` } });
  const page = await (await request.get('/')).text();
  const scripts = [...page.matchAll(/<script(?![^>]*noModule)[^>]* src="(\/_next\/static\/chunks\/[^"]+\.js)"/g)].map(([, script]) => script!);
  expect(scripts.length).toBeGreaterThan(5);
  let bytes = 0;
  for (const script of new Set(scripts)) {
    const answer = await request.get(script, { headers: { 'accept-encoding': 'br' } });
    bytes += Number(answer.headers()['content-length']);
    const text = await answer.text();
    expect(text).not.toContain('$ZodType');
    expect(text.split('\n', 1)[0]).toBe('//# allFunctionsCalledOnLoad');
  }
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(200_000);
});
