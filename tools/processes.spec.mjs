import { expect, test } from '@jest/globals';
import { run, runNode } from './processes.mjs';

const script = (text) => ['--eval', text];

test('collects what a command says, and its code', async () => {
  const result = await runNode(script("console.log('out'); console.error('err'); process.exitCode = 3"));
  expect(result).toMatchObject({ code: 3, timedOut: false });
  expect(result.output).toContain('out\n');
  expect(result.output).toContain('err\n');
});

test('ends a command that takes too long, with the children it has started', async () => {
  const parent = "require('child_process').spawn('sleep', ['60'], { stdio: 'inherit' }); setTimeout(() => {}, 60000)";
  expect(await runNode(script(parent), { limitSeconds: 0.5 })).toMatchObject({ timedOut: true });
});

test('ends one that does not listen', async () => {
  const { code, timedOut } = await runNode(script("process.on('SIGINT', () => {}); setTimeout(() => {}, 60000)"), { limitSeconds: 0.5 });
  expect({ code, timedOut }).toEqual({ code: 1, timedOut: true });
}, 10_000);

test('answers for a program that does not exist', async () => {
  expect(await run('no-such-program', [])).toMatchObject({ code: 1, output: expect.stringContaining('ENOENT') });
});
