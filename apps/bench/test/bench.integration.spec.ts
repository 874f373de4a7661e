import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { MODES } from '@fourways/chat-core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ServerProcess } from '../src/fourways/server-process.js';
import type { Report } from '../src/report/report.js';
import { runBench } from './command.js';
import { type Tampering, TamperingProxy } from './tampering-proxy.js';

jest.setTimeout(240_000);

const ARTIFACTS = fileURLToPath(new URL('../../../artifacts/', import.meta.url));
const SMALL = ['--readers', '10', '--rate', '20', '--seconds', '1', '--poll-ms', '500'];
const READERS = 10;
/** A warm-up and a measured round, each of 1 s at 20 messages a second. */
const SAID = 40;

describe('npm run bench', () => {
  it('[A18] measures all four modes: each reader of each mode gets every message, and the table says so', async () => {
    await mkdir(ARTIFACTS, { recursive: true });
    const [table, numbers] = [`${ARTIFACTS}bench.md`, `${ARTIFACTS}bench.json`];
    const { code, stdout, stderr } = await runBench([...SMALL, '--markdown', table, '--json', numbers]);
    expect({ code, stderr }).toMatchObject({ code: 0 });

    const report = JSON.parse(await readFile(numbers, 'utf8')) as Report;
    const exact = { expected: SAID * READERS, received: SAID * READERS, lost: 0, doubled: 0, outOfOrder: 0, unexpected: 0 };
    expect(report.modes.map(({ mode, fourways, bare }) => [mode, fourways.verdict, bare.verdict])).toEqual(MODES.map((mode) => [mode, exact, exact]));
    for (const { fourways } of report.modes) expect(fourways.sent.max).toBeGreaterThan(0);

    expect(await readFile(table, 'utf8')).toBe(stdout);
    for (const mode of MODES) expect(stdout).toContain(`\n| ${mode} | ${exact.expected} | ${exact.received} | 0 · 0 · 0 |`);
    expect(stdout.match(/^\| (?!Mode|---)/gm)).toHaveLength(MODES.length);
  });

  it('says what is wrong with its arguments', async () => {
    expect(await runBench(['--readers', 'many'])).toEqual({ code: 1, stdout: '', stderr: '--readers must be a whole number from 1 to 10000, not many.\n' });
  });
});

describe('npm run bench, against a server that is not true', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await ServerProcess.start();
  });
  afterAll(() => server.stop());

  /** Each reader's fifth message, of 40. */
  const atFifth = (tampering: Tampering) => () => {
    let count = 0;
    return (message: Buffer) => (++count === 5 ? tampering(message) : [message]);
  };
  const overtakenAtFifth = () => {
    const held: Buffer[] = [];
    let count = 0;
    return (message: Buffer) => {
      if (++count !== 5) return [message, ...held.splice(0)];
      held.push(message);
      return [];
    };
  };

  it.each([
    ['loses a message', atFifth(() => []), /: 120 expected, 1\d\d received; [1-9]\d* lost, 0 doubled, 0 out of order, 0 unexpected/],
    ['sends a message twice', atFifth((message) => [message, message]), /: 120 expected, 12\d received; 0 lost, [1-9]\d* doubled, 0 out of order, 0 unexpected/],
    ['lets a message overtake another', overtakenAtFifth, /: 120 expected, 120 received; 0 lost, 0 doubled, [1-9]\d* out of order, 0 unexpected/],
  ])('[A18] ends with 1 when it %s', async (_, tampering, sentence) => {
    const proxy = await TamperingProxy.start(Number(new URL(server.url).port), tampering);
    try {
      const small = ['--readers', '3', '--rate', '20', '--seconds', '1', '--patience', '5', '--modes', 'websocket'];
      const { code, stdout, stderr } = await runBench([...small, '--url', proxy.url]);
      expect(`${stderr}${stdout}`).toMatch(sentence);
      expect(code).toBe(1);
    } finally {
      await proxy.stop();
    }
  });
});
