import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HistoryPage, type Message } from '@fourways/chat-core';
import { LOBBY_ID } from '../people.js';
import { ServerProcess } from '../server-process.js';
import { Writer } from './writer.js';

const KILLS = Number(process.env['KILLS'] ?? 3);
const WRITERS = 8;

jest.setTimeout(60_000 + KILLS * 20_000);

describe(`kill -9 under load, ${KILLS} times`, () => {
  let dataDir: string;
  let server: ServerProcess;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'fourways-crash-'));
    server = await ServerProcess.create(dataDir);
  });

  afterAll(async () => {
    await server.kill();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('[W1][L2][G8] everything acknowledged is there after each restart, and nothing twice', async () => {
    const cookie = await signIn(server.url);
    const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(server.url, cookie, `w${i}`));
    const running = writers.map((writer) => writer.run());
    for (let kill = 0; kill < KILLS; kill++) {
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
      await server.kill();
      const promised = new Map(writers.flatMap(({ acknowledged }) => [...acknowledged]));
      await server.start();
      expect(missing(await history(server.url, cookie), promised)).toEqual([]);
    }
    for (const writer of writers) writer.stop();
    await Promise.all(running);
    const promised = new Map(writers.flatMap(({ acknowledged }) => [...acknowledged]));
    const messages = await history(server.url, cookie);
    expect(missing(messages, promised)).toEqual([]);
    const bodies = messages.map(({ body }) => body);
    expect(bodies.length).toBe(new Set(bodies).size);
    expect(messages.map(({ roomSeq }) => roomSeq)).toEqual(messages.map((_, i) => messages[0]!.roomSeq + i));
    expect(promised.size).toBeGreaterThan(KILLS * WRITERS);
    process.stdout.write(`${promised.size} acknowledged messages, ${KILLS} kills, 0 lost, 0 doubled\n`);
  });
});

function missing(messages: readonly Message[], promised: ReadonlyMap<number, string>): string[] {
  const stored = new Map(messages.map(({ seq, body }) => [seq, body]));
  return [...promised].filter(([seq, body]) => stored.get(seq) !== body).map(([seq, body]) => `${seq}: ${body}`);
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"Crash"}' });
  return response.headers.getSetCookie()[0]!.split(';', 1)[0]!;
}

async function history(url: string, cookie: string): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const after = messages.at(-1)?.roomSeq ?? 0;
    const response = await fetch(`${url}/api/rooms/${LOBBY_ID}/messages?after=${after}&limit=100`, { headers: { cookie } });
    const page = HistoryPage.parse(await response.json());
    messages.push(...page.messages);
    if (!page.hasMore) return messages;
  }
}
