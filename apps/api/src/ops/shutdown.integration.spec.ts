import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type HistoryPage, PATHS, Viewers } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { Guest, messagesOf } from '../../test/guest.js';
import { HOLDING_MODES, openReader } from '../../test/readers.js';
import { startServer, type TestServer } from '../../test/server.js';
import { Connections } from '../delivery/connections.js';
import { LOBBY } from '../session/lobby.js';

const DRAIN_MS = 600;
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

let server: TestServer;
let ada: Guest;
beforeEach(async () => {
  server = await startServer({ DRAIN_MS: String(DRAIN_MS), MESSAGES_PER_SECOND: '1000' });
  ada = await Guest.signIn(server.url);
});
afterEach(() => server.stop());

const connections = () => server.app.get(Connections);

describe('a client that vanishes', () => {
  it.each(HOLDING_MODES)('[R6] from %s leaves nothing behind', async (mode) => {
    const viewer = await server.app.get(Viewers).enter(ada.user.id);
    const readers = await Promise.all(Array.from({ length: 5 }, () => openReader[mode](ada)));
    await eventually(() => expect([connections().size, viewer.listenerCount]).toEqual([5, 5]));
    for (const reader of readers) reader.vanish();
    await eventually(() => expect([connections().size, viewer.listenerCount]).toEqual([0, 0]));
  });

  it.each(['long-poll', 'sse'] as const)('[R6] from %s before it was answered leaves nothing behind', async (mode) => {
    const { cursor } = await ada.snapshot();
    const viewer = await server.app.get(Viewers).enter(ada.user.id);
    await server.restart();
    for (let afterMs = 0; afterMs < 10; afterMs++) {
      const socket = createConnection(server.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`GET ${PATHS[mode]}?cursor=${cursor}&eph=99999999999999&conn=${afterMs} HTTP/1.1\r\nHost: x\r\nCookie: ${ada.cookie}\r\n\r\n`);
      setTimeout(() => socket.destroy(), afterMs);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await eventually(() => expect(connections().size).toBe(0));
    expect((await server.app.get(Viewers).enter(ada.user.id)).listenerCount).toBe(0);
    expect(viewer.listenerCount).toBe(0);
  });

  it.each(HOLDING_MODES)('[M1] from %s and comes again with the same conn takes the older one’s place', async (mode) => {
    const older = await openReader[mode](ada, 'mine');
    await eventually(() => expect(connections().size).toBe(1));
    const newer = await openReader[mode](ada, 'mine');
    const ending = await older.ended;
    if (mode === 'long-poll') expect(ending).toMatchObject({ status: 204, code: '4109' });
    else expect(ending.bye).toMatchObject({ code: 4109, retry: 'never' });
    await eventually(() => expect(connections().size).toBe(1));
    newer.vanish();
    await eventually(() => expect(connections().size).toBe(0));
  });
});

describe('going down', () => {
  it('[V1] says goodbye in every mode within the drain window, and when to come back', async () => {
    const { cursor } = await ada.snapshot();
    const readers = await Promise.all(HOLDING_MODES.flatMap((mode) => [0, 1, 2].map(async () => ({ mode, reader: await openReader[mode](ada) }))));
    await eventually(() => expect(connections().size).toBe(readers.length));
    const since = performance.now();
    const halted = server.halt();
    await eventually(async () => expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(503));
    expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
    const poll = await ada.get<{ code: string }>(`${PATHS.poll}?cursor=${cursor}`);
    expect([poll.status, poll.body.code, poll.headers.get('retry-after')]).toEqual([503, 'shutting_down', expect.stringMatching(/^[12]$/)]);
    for (const { mode, reader } of readers) {
      const ending = await reader.ended;
      if (mode === 'long-poll') expect(ending).toMatchObject({ status: 503, problem: { code: 'shutting_down', retryAfterMs: expect.any(Number) }, retryAfter: expect.any(String) });
      else expect(ending.bye).toMatchObject({ code: 4001, name: 'shutdown', retry: 'after', afterMs: expect.any(Number) });
      if (mode === 'sse') expect(ending.text).toMatch(/event: bye\nretry: \d+\ndata: /);
    }
    expect(performance.now() - since).toBeLessThan(DRAIN_MS + 300);
    await halted;
    expect(performance.now() - since).toBeLessThan(DRAIN_MS + 1_500);
  });

  it('[V1] turns newcomers away in the meantime, each in its mode', async () => {
    const last = await openReader.sse(ada);
    const { cursor } = await ada.snapshot();
    const halted = server.halt();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const late = await ada.get<{ code: string }>(`${PATHS['long-poll']}?cursor=${cursor}`);
    expect([late.status, late.body.code]).toEqual([503, 'shutting_down']);
    const stream = await (await fetch(`${server.url}${PATHS.sse}?cursor=${cursor}`, { headers: { Cookie: ada.cookie } })).text();
    expect(stream).toMatch(/event: bye\nretry: \d+\ndata: {"code":4001,/);
    const socket = ada.socket({ cursor, conn: 'late', v: 1 });
    const [refusal] = (await once(socket as unknown as NodeJS.EventEmitter, 'connect_error')) as [Error & { data?: unknown }];
    expect(refusal.data).toMatchObject({ code: 4001, name: 'shutdown', retry: 'after', afterMs: expect.any(Number) });
    socket.disconnect();
    await Promise.all([halted, last.ended]);
  });

  it('[W1] [G8] loses nothing that it has acknowledged, and answers or refuses the rest', async () => {
    const reader = await openReader.sse(ada);
    const acknowledged: string[] = [];
    let posting = true;
    const writing = Array.from({ length: 8 }, async (_, i) => {
      for (let n = 0; posting && n < 60; n++) {
        const answer = await ada.say(`${i}.${n}`).catch(() => undefined);
        if (answer?.status === 201 && answer.body.event) acknowledged.push(answer.body.event.id);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(20));
    await server.halt();
    posting = false;
    await Promise.all([...writing, reader.ended]);
    await server.resume();
    const stored: string[] = [];
    for (let before = 1_000_000, more = true; more; ) {
      const { body } = await ada.get<HistoryPage>(`${messagesOf(LOBBY.id)}?limit=100&before=${before}`);
      stored.push(...body.messages.map(({ id }) => id));
      before = body.messages[0]?.roomSeq ?? 0;
      more = body.hasMore;
    }
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
  });

  it('leaves nothing beside the database: the write-ahead log is in it', async () => {
    await ada.saying('hello');
    await server.halt();
    expect((await readdir(server.dataDir)).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
  });
});

describe('the process', () => {
  let child: ChildProcess;
  let output = '';
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'fourways-'));
    output = '';
    child = spawn(process.execPath, [MAIN], { env: { PORT: '0', DATA_DIR: dataDir, HOST_WEB: 'off', DRAIN_MS: '300', NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await rm(dataDir, { recursive: true });
  });

  const url = () => eventually(() => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? Promise.reject(new Error(output)), 10_000);

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s, with a reader in every mode, and has nothing to complain of', async (signal) => {
    const guest = await Guest.signIn(await url());
    const readers = await Promise.all(HOLDING_MODES.map((mode) => openReader[mode](guest)));
    const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
    await Promise.all(readers.map(({ ended }) => ended));
    expect(output).not.toMatch(/deprecat|warning|"level":[5-9]0/i);
  }, 15_000);
});
