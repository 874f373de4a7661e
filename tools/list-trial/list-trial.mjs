// npm run list-trial: the message list in Chromium, in a room of 100,000 messages, on the production build.
// `-- --messages 100000 --seconds 30 --minutes 10 --only typing`: how long one types in a burst, how long memory is watched, and one trial alone.
// Ends with 1 if a limit is passed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser, noBrowser } from '../browser.mjs';
import { build } from '../build.mjs';
import { freePort, prepareEnvironment } from '../environment.mjs';
import { endWithChildren, runNode } from '../processes.mjs';
import { whenReady } from '../ready.mjs';
import { giveUp, mustSucceed, step, StepFailure } from '../steps.mjs';
import { at } from '../workspace.mjs';
import { Crowd } from './crowd.mjs';
import { memory } from './memory.mjs';
import { opening } from './opening.mjs';
import { paging } from './paging.mjs';
import { reading } from './reading.mjs';
import { Reader } from './reader.mjs';
import { typing } from './typing.mjs';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
});
const [messages, seconds, minutes] = [values.messages, values.seconds, values.minutes].map(Number);
const folder = mkdtempSync(join(tmpdir(), 'fourways-list-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const settings = { DATA_DIR: folder, LOG_LEVEL: 'warn', NODE_ENV: 'production', HOST: '127.0.0.1', MESSAGES_PER_SECOND: '1000', DATABASE_URL: '' };

async function seed() {
  const args = ['--messages', String(messages), '--people', '50', '--rooms', '1'];
  mustSucceed(await runNode([at('apps/api/dist/seed/main.js'), ...args], { env: settings, limitSeconds: 600 }), 'The room could not be filled.');
  return `${messages} messages`;
}

/** The server runs in this very process, and ends with it. */
async function serve() {
  const port = await freePort();
  Object.assign(process.env, settings, { PORT: String(port) });
  await import(pathToFileURL(at('apps/api/dist/main.js')).href);
  const url = `http://127.0.0.1:${port}`;
  await whenReady(url, 60);
  return url;
}

/** Shows what was found beside its limit; answers whether all limits were kept. */
function shown(findings) {
  for (const { what, value, unit, limit } of findings) {
    const verdict = limit === undefined ? '' : value <= limit ? `ok (at most ${limit})` : `TOO MUCH (at most ${limit})`;
    console.log(`    ${what.padEnd(62)} ${value.toFixed(unit === 'ms' || unit === 'MB' ? 1 : 2).padStart(9)} ${unit.padEnd(5)} ${verdict}`);
  }
  return findings.every(({ value, limit }) => limit === undefined || value <= limit);
}

async function main() {
  const executablePath = findBrowser();
  if (!executablePath) throw new StepFailure(noBrowser);
  await step('Build', build);
  await step('Seed', seed);
  const url = await serve();
  const browser = await chromium.launch({ executablePath, args: ['--disable-smooth-scrolling', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  const crowd = await Crowd.gather(url);
  const reader = await Reader.arrive(browser, url, crowd.roomId);
  const trials = [
    ['Opening', () => opening(reader)],
    ['Paging', () => paging(reader, messages)],
    ['Reading', () => reading(reader, crowd)],
    ['Typing', () => typing(reader, crowd, seconds)],
    ['Memory', () => memory(reader, crowd, minutes)],
  ];
  const wanted = trials.filter(([each]) => !values.only || each.toLowerCase() === values.only);
  if (wanted.length === 0) throw new StepFailure(`There is no trial "${values.only}".`);
  let kept = true;
  for (const [name, trial] of wanted) {
    let findings = [];
    await step(name, async () => ((findings = await trial()), ''));
    kept = shown(findings) && kept;
  }
  await browser.close();
  crowd.leave();
  if (!kept) throw new StepFailure('A limit was passed.');
}

prepareEnvironment();
endWithChildren();
await main().catch(giveUp);
process.exit(0);
