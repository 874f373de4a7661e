import { shifts } from './probes.mjs';

const TURNS = 150;
const STEP_PX = 700;

/** One scrolls up through the past. */
export async function paging(reader, messages) {
  await reader.open();
  const stop = await reader.watch(shifts);
  await reader.list.hover();
  const { rows: before } = await reader.weight();
  for (let n = 0; n < TURNS; n++) {
    await reader.page.mouse.wheel(0, -STEP_PX);
    await reader.page.waitForTimeout(150);
  }
  const { moved, rows, first } = await stop();
  return [
    { what: '[B4] the row being read moves while pages come before it', value: moved, unit: 'px', limit: 1 },
    { what: '[B6] rows in the document, most', value: rows, unit: 'rows', limit: 300 },
    { what: `number of the first row at the end (began with ${before} rows)`, value: first, unit: '', limit: messages - 1_000 },
  ];
}
