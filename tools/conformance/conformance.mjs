// npm run conformance -- --url http://host:port: asks a running server, over plain HTTP, SSE and WebSocket, whether it keeps PROTOCOL.md.
// It needs nothing but the server: it signs in guests of its own, talks in private rooms of theirs, and signs them out. Rules that take minutes are checked with --long.
import { parseArgs } from 'node:util';
import { rules } from './rules/rules.mjs';
import { judge } from './judge.mjs';
import { closing, heading, line } from './table.mjs';
import { World } from './world.mjs';

const usage = 'Usage: npm run conformance -- --url http://host:port [--rule M1] [--long]';

function giveUp(message) {
  console.error(message);
  process.exit(1);
}

function settings() {
  try {
    const options = { url: { type: 'string' }, rule: { type: 'string' }, long: { type: 'boolean', default: false } };
    const { url, rule, long } = parseArgs({ options }).values;
    return { url: new URL(url).origin, chosen: rules.filter((each) => (!rule || each.id === rule) && (long || !each.long)) };
  } catch {
    return giveUp(usage);
  }
}

const { url, chosen } = settings();
if (chosen.length === 0) giveUp(`There is no such rule. The kit knows ${[...new Set(rules.map(({ id }) => id))].join(', ')}.`);

const world = await World.open(url).catch((error) => giveUp(`${url} cannot be tested: ${error.cause?.message ?? error.message}`));
console.log(`${url}\n\n${heading}`);
const verdicts = [];
for (const rule of chosen) {
  const verdict = await judge(rule, world);
  verdicts.push(verdict);
  console.log(line(rule, verdict));
}
await world.close();
console.log(`\n${closing(verdicts)}`);
process.exit(verdicts.every(({ passed }) => passed) ? 0 : 1);
