import { shifts } from './probes.mjs';

const SECONDS = 15;

/** One reads a little above the end while a hundred messages a second arrive. */
export async function reading(reader, crowd) {
  await reader.open();
  await reader.list.hover();
  await reader.page.mouse.wheel(0, -1_500);
  await reader.page.waitForTimeout(500);
  const stop = await reader.watch(shifts);
  const before = crowd.said;
  const hush = crowd.burst();
  await reader.page.waitForTimeout(SECONDS * 1_000);
  hush();
  await reader.page.waitForTimeout(1_000);
  const { moved, rows } = await stop();
  const said = crowd.said - before;
  const told = Number((await reader.page.locator('[data-to-end]').innerText()).replace(/\D/g, ''));
  return [
    { what: '[B2][B5] the row being read moves while others talk', value: moved, unit: 'px', limit: 1 },
    { what: '[B6] rows in the document, most', value: rows, unit: 'rows', limit: 300 },
    { what: `[B3] new ones of ${said} that the pill does not tell of`, value: said - told, unit: '', limit: 0 },
  ];
}
