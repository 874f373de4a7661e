// npm run deploy-check -- --url http://host:port [--clients 40] -- docker compose up -d --build
// Lets clients in all four modes talk with one another while the command replaces the server below them, and shows what each of them got.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Talker } from './talker.mjs';
import { table } from './table.mjs';

const usage = 'Usage: npm run deploy-check -- --url http://host:port [--clients 40] -- command …';
/** Talk goes on for this long before and after the command. */
const MARGIN_MS = 5_000;
const MODES = ['poll', 'long-poll', 'sse', 'websocket'];

function giveUp(message) {
  console.error(message);
  process.exit(1);
}

function settings() {
  try {
    const options = { url: { type: 'string' }, clients: { type: 'string', default: '40' } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 0) return giveUp(usage);
    return { url: new URL(values.url).origin, count: Number(values.clients), command: positionals };
  } catch {
    return giveUp(usage);
  }
}

/** Resolves with the exit code. */
const run = ([file, ...args]) =>
  new Promise((resolve, reject) => spawn(file, args, { stdio: 'inherit' }).on('error', reject).on('exit', (code) => resolve(code ?? 1)));

const { url, count, command } = settings();
const talkers = [];
for (let n = 0; n < count; n++) talkers.push(await Talker.arrive(url, `Talker ${n}`, MODES[n % MODES.length], talkers[0]));
for (const talker of talkers) talker.talk();
console.log(`${count} clients talk; now: ${command.join(' ')}`);
await pause(MARGIN_MS);
const code = await run(command);
await pause(MARGIN_MS);
for (const talker of talkers) talker.hush();
const said = talkers.flatMap((talker) => talker.said);
await Promise.all(talkers.map((talker) => talker.catchUp(said.length)));
const unsent = new Set(talkers.flatMap((talker) => talker.unsent));
const reports = await Promise.all(talkers.map((talker) => talker.report(said.filter((body) => !unsent.has(body)))));
for (const talker of talkers) talker.leave();
console.log(table(MODES, reports, said.length));
process.exit(code === 0 && reports.every((report) => report.unsent + report.lost + report.doubled === 0 && report.audit === 'match') ? 0 : 1);
