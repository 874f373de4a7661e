import { keys, sends } from './probes.mjs';
import { quantile } from './quantile.mjs';

const EACH_MS = 130;
const SENT = 40;
const BETWEEN_MS = 250;

/** One types and sends while nobody talks, and while a hundred messages of Markdown a second arrive. */
export async function typing(reader, crowd, seconds) {
  await reader.open();
  const field = reader.page.getByRole('textbox', { name: /^Message / });
  const quiet = await typed(reader, field, 8);
  const calm = await sent(reader, field, 'calm');
  const hush = crowd.burst();
  await reader.page.waitForTimeout(2_000);
  const loud = await typed(reader, field, seconds);
  const among = await sent(reader, field, 'among others');
  hush();
  return [
    { what: 'a typed character is painted, nobody talking, p95', value: quantile(quiet.times, 0.95), unit: 'ms' },
    { what: 'a typed character is painted, 100 messages/s, median', value: quantile(loud.times, 0.5), unit: 'ms' },
    { what: 'a typed character is painted, 100 messages/s, p95', value: quantile(loud.times, 0.95), unit: 'ms', limit: 50 },
    { what: `a typed character is painted, 100 messages/s, longest of ${loud.times.length}`, value: Math.max(...loud.times), unit: 'ms' },
    { what: `[A1] an own message is painted after Enter, nobody talking, p95 of ${calm.times.length}`, value: quantile(calm.times, 0.95), unit: 'ms', limit: 50 },
    { what: `an own message is painted after Enter, 100 messages/s, p95 of ${among.times.length}`, value: quantile(among.times, 0.95), unit: 'ms' },
    { what: '[A1] own messages that were not seen, or left the composer full', value: 2 * SENT - calm.times.length - among.times.length + calm.unready + among.unready, unit: '', limit: 0 },
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

async function sent(reader, field, words) {
  const stop = await reader.watch(sends);
  for (let n = 0; n < SENT; n++) {
    await field.fill(`${words}, number ${n}.`);
    await field.press('Enter');
    await reader.page.waitForTimeout(BETWEEN_MS);
  }
  return stop();
}
