import { openings } from './probes.mjs';
import { quantile } from './quantile.mjs';

const TIMES = 10;

/** One goes to the room and away again, by the sidebar. */
export async function opening(reader) {
  await reader.open();
  const home = reader.home.split('/rooms/')[1].split(/[/?]/)[0];
  const times = [];
  for (let n = 0; n < TIMES; n++) {
    await reader.link(home).click();
    await reader.page.waitForTimeout(300);
    const stop = await reader.watch(openings);
    await reader.link(reader.roomId).click();
    await reader.page.waitForTimeout(700);
    times.push(...(await stop()));
  }
  return [
    { what: 'openings that were seen', value: TIMES - times.length, unit: 'missed', limit: 0 },
    { what: 'opening the room: click to paint, median', value: quantile(times, 0.5), unit: 'ms' },
    { what: 'opening the room: click to paint, longest', value: Math.max(...times), unit: 'ms', limit: 300 },
  ];
}
