// npm test: every check there is, one after the other. A failed one does not keep the others from being made.
// SEED, SEEDS, KILLS and INPUTS reach the property, crash and fuzz tests; the closing line counts over all checks.
import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, runNx } from './build.mjs';
import { nothing, ofCheck, ofJest, ofPlaywright, sum } from './counts.mjs';
import { alone as oneByOne, e2e, together } from './e2e.mjs';
import { prepareEnvironment } from './environment.mjs';
import { installPackages } from './install.mjs';
import { jest } from './jest.mjs';
import { lint } from './lint.mjs';
import { alone } from './lock.mjs';
import { endWithChildren } from './processes.mjs';
import { StepFailure, seconds } from './steps.mjs';

const reports = mkdtempSync(join(tmpdir(), 'fourways-test-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

const shown = (limitSeconds) => ({ limitSeconds, show: true });
const minutes = (count) => count * 60;
/** Left to itself, Jest leaves one of two cores idle. */
const bothCores = ['--maxWorkers=100%'];

const checks = [
  ['packages', async () => onlyFailures(await asCheck(() => alone(installPackages)))],
  ['lint', async () => ofCheck(await lint([], { limitSeconds: minutes(5) }))],
  ['typecheck', async () => ofCheck(await runNx(['run-many', '-t', 'typecheck'], shown(minutes(10))))],
  ['build', () => asCheck(build)],
  ['unit', () => withJest(['chat-core', 'chat-client', 'api', 'bench', 'web', 'tools'], minutes(10))],
  ['contract', () => withJest(['contract'], minutes(10), bothCores)],
  ['integration', () => withJest(['integration'], minutes(20), bothCores)],
  ['property', () => withJest(['property'], minutes(15), bothCores)],
  ['crash', () => withJest(['crash'], minutes(10))],
  ['fuzz', () => withJest(['fuzz'], minutes(10), bothCores)],
  ['end-to-end', withBrowser],
];

/** Nothing works without packages, and there is nothing to open in a browser without a build. */
const needs = { packages: [], 'end-to-end': ['packages', 'build'] };

async function asCheck(work) {
  try {
    console.log(await work());
    return ofCheck({ code: 0 });
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    console.error(`${error.output}\n${error.message}`);
    return ofCheck({ code: 1 });
  }
}

const onlyFailures = (counts) => ({ ...counts, passed: 0 });

async function withJest(projects, limitSeconds, more = []) {
  const file = join(reports, `${projects[0]}.json`);
  const result = await jest(['--selectProjects', ...projects, ...more, '--json', '--outputFile', file], { limitSeconds });
  return ofJest(result, file);
}

async function withBrowser() {
  const counts = [];
  for (const part of [together, oneByOne]) {
    const file = join(reports, `e2e-${counts.length}.json`);
    const result = await e2e(['--reporter=list,json', ...part], { limitSeconds: minutes(50), env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
    counts.push(ofPlaywright(result, file));
  }
  return sum(counts);
}

async function make([name, work], results) {
  console.log(`\n=== ${name}`);
  const since = performance.now();
  const missing = (needs[name] ?? ['packages']).filter((other) => results.get(other).failed > 0);
  if (missing.length > 0) console.log(`Not made: ${missing.join(' and ')} failed.`);
  const counts = missing.length > 0 ? { ...nothing, failed: 1 } : await work();
  results.set(name, { ...counts, time: seconds(since) });
}

function summary(results) {
  const cells = ({ passed, failed, skipped, time }) => [`${passed} passed`, `${failed} failed`, skipped ? `${skipped} skipped` : '', time];
  const rows = [...results].map(([name, counts]) => `  ${[name, ...cells(counts)].map((cell) => cell.padEnd(14)).join('')}`.trimEnd());
  return `\n=== all\n${rows.join('\n')}\n`;
}

const since = performance.now();
prepareEnvironment();
endWithChildren();
const results = new Map();
for (const check of checks) await make(check, results);

const { passed, failed } = sum([...results.values()]);
console.log(summary(results));
console.log(`  ${seconds(since)}\n`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
