import { shifts } from './probes.mjs';

const TURNS = 150;
const STEP_PX = 700;
const PAUSE_MS = 150;
/** A page that is asked for after a turn of the wheel comes between two others. */
const PAGE_MS = 240;

/** One scrolls up through the past. */
export async function paging(reader, messages) {
  await reader.open();
  await reader.page.route(/messages\?before=/, (route) => setTimeout(() => void route.continue(), PAGE_MS));
  const stop = await reader.watch(shifts);
  await reader.list.hover();
  const { rows: before } = await reader.weight();
  for (let n = 0; n < TURNS; n++) {
    await reader.page.mouse.wheel(0, -STEP_PX);
    await reader.page.waitForTimeout(PAUSE_MS);
  }
  const { moved, grown, rows, first } = await stop();
  await reader.page.unroute(/messages\?before=/);
  return [
    { what: 'times that the list grew while nobody scrolled', value: grown, unit: '' },
    { what: '[B4] the row being read moves while pages come before it', value: grown > 0 ? moved : Infinity, unit: 'px', limit: 1 },
    { what: '[B6] rows in the document, most', value: rows, unit: 'rows', limit: 300 },
    { what: `number of the first row at the end (began with ${before} rows)`, value: first, unit: '', limit: messages - 1_000 },
  ];
}
