import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { ServerProcess } from '../server-process.js';
import { bodiesOf, LOBBY_ID } from '../people.js';
import { until } from '../until.js';
import { Crowd } from './crowd.js';

const CLIENTS = Number(process.env['CLIENTS'] ?? 200);
const WINDOW_MS = CLIENTS >= 1_000 ? 10_000 : 3_000;
const PER_SECOND = (CLIENTS * 1_000) / WINDOW_MS;
const GRACE_MS = WINDOW_MS + 10_000;
/** Who speaks while the server goes down and is away: two in each mode. */
const SPEAKERS = 2 * MODES.length;
const SPEAK_MS = 1_000;
const MANY = '1000000';

jest.setTimeout(120_000 + 60 * CLIENTS);

let dataDir: string;
let server: ServerProcess;
let crowd: Crowd;
let restartMs: number;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fourways-drain-'));
  restartMs = 2_000 + 2 * (await startUpMs());
  const settings = { DRAIN_MS: String(WINDOW_MS), RESTART_MS: String(restartMs), CONNECTIONS_PER_USER: MANY, CONNECTIONS_PER_ADDRESS: MANY };
  server = await ServerProcess.create(dataDir, { settings });
  crowd = await Crowd.gather(server.url, CLIENTS, WINDOW_MS / 3);
});

afterEach(async () => {
  crowd.leave();
  await server.kill();
  await rm(dataDir, { recursive: true, force: true });
});

describe(`SIGTERM with ${CLIENTS} clients in mixed modes, a window of ${WINDOW_MS / 1_000} s`, () => {
  it('[A16][Z1][V1][G3][G8] sends them away and gets them back in order, and loses neither event nor command', async () => {
    const said: string[] = [];
    const speaking = setInterval(() => speak(crowd.clients.slice(0, SPEAKERS), said), SPEAK_MS);
    const sinceMs = performance.now();
    expect(await server.terminate()).toBe(0);
    const goneMs = performance.now() - sinceMs;
    expect((await readdir(dataDir)).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    await server.start();
    const backMs = performance.now() - sinceMs;
    const { clients, returns } = crowd;
    try {
      for (const client of clients) await until(client, ({ status }) => status === 'in-sync', 'coming back', 2 * WINDOW_MS + 2 * restartMs);
      clearInterval(speaking);
      for (const client of clients) await until(client, (view) => view.outbox.length === 0 && bodiesOf(client).length === said.length, 'every message, once', 15_000);
    } finally {
      clearInterval(speaking);
      process.stdout.write(`gone after ${goneMs.toFixed(0)} ms, back after ${backMs.toFixed(0)} ms\n${returns.histogram(sinceMs)}\n`);
      process.stdout.write(`at most ${returns.peakPerSecond} attempts within a second; N/window is ${PER_SECOND.toFixed(0)}\n`);
    }
    for (const client of clients) expect([...bodiesOf(client)].sort()).toEqual([...said].sort());
    expect(returns.peakPerSecond).toBeLessThanOrEqual(1.5 * PER_SECOND);
    expect(goneMs).toBeLessThan(GRACE_MS);
    for (const mode of MODES) expect(spreadOf(returns.losses.filter((loss) => loss.mode === mode))).toBeGreaterThan(WINDOW_MS / 3);
  });
});

/** How long a server takes to start on this machine, as busy as it is. */
async function startUpMs(): Promise<number> {
  const sinceMs = performance.now();
  const first = await ServerProcess.create(dataDir);
  await first.kill();
  return Math.ceil(performance.now() - sinceMs);
}

function speak(speakers: readonly ChatClient[], said: string[]): void {
  const speaker = speakers[said.length % speakers.length]!;
  said.push(speaker.post(LOBBY_ID, `message ${said.length}`).body);
}

/** Time between the first and the last of them. */
function spreadOf(moments: readonly { atMs: number }[]): number {
  const times = moments.map(({ atMs }) => atMs);
  return Math.max(...times) - Math.min(...times);
}
