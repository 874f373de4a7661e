import { keys } from './probes.mjs';
import { quantile } from './quantile.mjs';

const EACH_MS = 130;

/** One types while nobody talks, and while a hundred messages of Markdown a second arrive. */
export async function typing(reader, crowd, seconds) {
  await reader.open();
  const field = reader.page.getByRole('textbox', { name: /^Message / });
  const quiet = await typed(reader, field, 8);
  const hush = crowd.burst();
  await reader.page.waitForTimeout(2_000);
  const loud = await typed(reader, field, seconds);
  hush();
  return [
    { what: 'a typed character is painted, nobody talking, p95', value: quantile(quiet.times, 0.95), unit: 'ms' },
    { what: 'a typed character is painted, 100 messages/s, median', value: quantile(loud.times, 0.5), unit: 'ms' },
    { what: 'a typed character is painted, 100 messages/s, p95', value: quantile(loud.times, 0.95), unit: 'ms', limit: 50 },
    { what: `a typed character is painted, 100 messages/s, longest of ${loud.times.length}`, value: Math.max(...loud.times), unit: 'ms' },
    { what: '[B10] changes of the list between two frames, most', value: loud.mostChanges, unit: '', limit: 1 },
  ];
}

async function typed(reader, field, seconds) {
  await field.fill('');
  const stop = await reader.watch(keys);
  const text = 'how long does it take '.repeat(Math.ceil((seconds * 1_000) / EACH_MS / 22));
  await field.pressSequentially(text, { delay: EACH_MS, timeout: 0 });
  const seen = await stop();
  await field.fill('');
  return seen;
}
