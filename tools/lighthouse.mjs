// npm run lighthouse: Google Lighthouse on the production build, for the door and for a room. It is fetched when needed, and is no dependency.
// Prints the scores, the middle of five runs each, and ends with 1 if one is below 95. More arguments go to Lighthouse, e.g. `-- --preset=desktop`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, noBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { freePort, prepareEnvironment } from './environment.mjs';
import { endWithChildren, run } from './processes.mjs';
import { whenReady } from './ready.mjs';
import { giveUp, mustSucceed, step, StepFailure } from './steps.mjs';
import { at } from './workspace.mjs';

const ENOUGH = 95;
/** Odd. One run says little: its processor times are measured, and the machine has other things to do. */
const RUNS = 5;
/**
 * Chromium gives a page whose frames have shown nothing new one frame a second from then on, also the page that is loaded
 * next: in about every third run the first paint came one or two seconds late. And no emulated graphics card.
 */
const BROWSER_FLAGS = ['--headless=new', '--disable-gpu', '--disable-features=ThrottleMainFrame,ThrottleUndrawnFrames,Translate'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const folder = mkdtempSync(join(tmpdir(), 'fourways-lighthouse-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The server runs in this very process, and ends with it. */
async function serve() {
  const port = await freePort();
  Object.assign(process.env, { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', NODE_ENV: 'production' });
  delete process.env.DATABASE_URL;
  await import(pathToFileURL(at('apps/api/dist/main.js')).href);
  const url = `http://127.0.0.1:${port}`;
  await whenReady(url, 60);
  return url;
}

/** Somebody who is signed in, and has said something. */
async function guest(url) {
  const signedIn = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"Lighthouse"}' });
  const cookie = signedIn.headers.getSetCookie()[0].split(';', 1)[0];
  const snapshot = await (await fetch(`${url}/api/snapshot`, { headers: { cookie } })).json();
  return { cookie, roomId: snapshot.rooms[0].room.id };
}

/** Of several runs the one in the middle by performance. */
async function judge(address, cookie, browser) {
  const runs = [];
  for (let n = 0; n < RUNS; n++) runs.push(await judgeOnce(address, cookie, browser));
  runs.sort((a, b) => a.scores[0] - b.scores[0]);
  return { ...runs[(RUNS - 1) / 2], spread: `${runs[0].scores[0]} to ${runs[RUNS - 1].scores[0]}` };
}

/** The scores of one page, in percent, and the audits that cost some. */
async function judgeOnce(address, cookie, browser) {
  const file = join(folder, 'report.json');
  const headers = cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : [];
  const flags = [...BROWSER_FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ');
  const options = ['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES}`, `--chrome-flags=${flags}`, ...headers];
  const lighthouse = ['exec', '--yes', '--package=lighthouse@12.8.2', '--', 'lighthouse', address, ...options, ...process.argv.slice(2)];
  mustSucceed(await run('npm', lighthouse, { cwd: folder, limitSeconds: 300, env: { CHROME_PATH: browser } }), 'Lighthouse did not come to an end.');
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
  const costly = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score < 0.9));
  return {
    scores: CATEGORIES.map((id) => Math.round(categories[id].score * 100)),
    findings: costly.map(({ id }) => `${id}: ${audits[id].title} ${audits[id].displayValue ?? ''}`.trim()),
  };
}

async function look(name, address, cookie, browser) {
  let low = false;
  await step(name, async () => {
    const { scores, findings, spread } = await judge(address, cookie, browser);
    low = scores.some((score) => score < ENOUGH);
    if (findings.length > 0) console.log(`\n    ${findings.join('\n    ')}`);
    return CATEGORIES.map((id, n) => `${id} ${scores[n]}`).join(', ') + `; performance ${spread} in ${RUNS} runs`;
  });
  return low;
}

async function main() {
  const browser = findBrowser();
  if (!browser) throw new StepFailure(noBrowser);
  await step('Build', build);
  const url = await serve();
  const { cookie, roomId } = await guest(url);
  const low = [await look('Sign-in', `${url}/en`, '', browser), await look('Room', `${url}/en/rooms/${roomId}`, cookie, browser)];
  if (low.includes(true)) throw new StepFailure(`A score is below ${ENOUGH}.`);
}

prepareEnvironment();
endWithChildren();
await main().catch(giveUp);
process.exit(0);
