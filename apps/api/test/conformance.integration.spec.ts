import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LyingProxy } from './lying-proxy.js';
import { startServer, type TestServer } from './server.js';

jest.setTimeout(120_000);

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

interface Run {
  readonly code: number;
  readonly output: string;
}

function run(script: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [at(script), ...args], (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }));
  });
}

const conformance = (url: string, ...args: string[]) => run('tools/conformance/conformance.mjs', '--url', url, ...args);

/** Rule and mode of the lines that tell of a failure. */
const failuresIn = (output: string) => [...output.matchAll(/^FAIL +(\S+) +(\S+)/gm)].map(([, rule, mode]) => `${rule} ${mode}`);

describe('the conformance kit', () => {
  let server: TestServer;

  beforeAll(async () => {
    expect(await run('node_modules/typescript/bin/tsc', '-b', at('libs/chat-core'))).toMatchObject({ code: 0 });
    server = await startServer();
  });

  afterAll(() => server.stop());

  it('[A19] finds nothing wrong with this server', async () => {
    const { code, output } = await conformance(server.url);
    expect({ code, failures: failuresIn(output), output }).toMatchObject({ code: 0, failures: [] });
    expect(output).toMatch(/\n[1-9]\d* passed, 0 failed\n$/);
  });

  it.each([
    ['K1', 'HttpOnly', 'HttpSoso', ['K1 all']],
    ['V1', 'rt-code: 4109', 'rt-code: 4108', ['V1 long-poll']],
    ['C3', 'id: !gap', 'id: ?gap', ['C3 sse']],
    ['W3', '"duplicate":true', '"duplicate":null', ['W3 all', 'W3 websocket']],
    ['Q1', '"digest":"', '"digset":"', ['Q1 all']],
    ['X1', 'application/problem+json', 'application/problems+jso', ['X1 all']],
  ])('[%s] notices a server that says %s otherwise', async (rule, truth, lie, failures) => {
    const proxy = await LyingProxy.start(server.port, truth, lie);
    const { code, output } = await conformance(proxy.url, '--rule', rule);
    await proxy.stop();
    expect({ code, failures: [...new Set(failuresIn(output))] }).toEqual({ code: 1, failures });
    expect(output).toMatch(/\n[1-9]?\d* passed, [1-9]\d* failed\n$/);
  });

  it('says in one sentence that nobody answers', async () => {
    const { code, output } = await conformance('http://127.0.0.1:9');
    expect([code, output]).toEqual([1, expect.stringMatching(/^http:\/\/127\.0\.0\.1:9 cannot be tested: .+\n$/)]);
  });

  it.each([[[]], [['--url', 'nowhere']], [['--unknown']]])('says how it is used when given %j', async (args) => {
    expect(await run('tools/conformance/conformance.mjs', ...args)).toEqual({ code: 1, output: expect.stringMatching(/^Usage: .+\n$/) });
  });
});
