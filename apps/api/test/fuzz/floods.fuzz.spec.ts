import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATHS, TIMING } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { Guest } from '../guest.js';
import { RawConnection } from '../raw-connection.js';
import { ControlPeople } from './control-people.js';
import { FuzzedServer } from './fuzzed-server.js';
import type { Holdings } from './holdings.js';
import { answersIn, complaintOf } from './http-answer.js';
import { RawSocket } from './raw-socket.js';
import { within } from './within.js';

const CROWD = 2_000;
const SOCKETS = 1_000;
const READERS = 300;
const AT_ONCE = 50;
const PER_USER = 16;
/** Who is held may be answered, since there are news, and makes room for another. */
const REFILLS = 4;
const HANDSHAKE_MS = 10_000;
/** Beyond the last deadline: the machine may be busy. */
const GRACE_MS = 15_000;
const MEMORY_GROWTH_LIMIT_BYTES = 24 * 1024 * 1024;

jest.setTimeout(120_000);

let server: FuzzedServer;
let before: Holdings;
let control: ControlPeople;
const connections: RawConnection[] = [];
beforeAll(async () => {
  server = await FuzzedServer.start({ CONNECTIONS_PER_USER: String(PER_USER) });
  const warmingUp = await ControlPeople.arrive(server.url);
  await warmingUp.talk();
  warmingUp.leave();
  before = await server.holdingsAtRest();
  control = await ControlPeople.arrive(server.url);
});
afterAll(async () => {
  for (const connection of connections) connection.destroy();
  control?.leave();
  await server?.stop();
});

describe('thousands of connections that come to nothing', () => {
  it('[X1] [V1] are told that it took too long, turned away or closed, while others are served', async () => {
    const floods = Promise.all([
      tooSlow('', TIMING.requestHeadersMs),
      tooSlow('GET /api/me HTTP/1.1\r\nHost: x\r\nX-Slow: ', TIMING.requestHeadersMs),
      tooSlow(`POST ${PATHS.session} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name"`, TIMING.requestMs),
      silentSockets(),
      tooMany(PATHS.sse, /"code":4201,/),
      tooMany(PATHS['long-poll'], /^HTTP\/1\.1 503 [^]*"code":"overloaded"/),
    ]);
    while (!(await within(500, floods))) await control.talk();
  });

  it('[R6] leave nothing behind: sockets, timers, listeners, memory', async () => {
    for (const connection of connections) connection.destroy();
    control.leave();
    const after = await server.holdingsAtRest(before);
    process.stdout.write(`${3 * CROWD + SOCKETS + 2 * READERS} connections that came to nothing: ${after.growthSince(before)}\n`);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(after.memoryBytes - before.memoryBytes).toBeLessThan(MEMORY_GROWTH_LIMIT_BYTES);
    expect({ alive: server.alive, errors: server.errors }).toEqual({ alive: true, errors: [] });
  });
});

/** Begin like this, and no more. */
async function tooSlow(beginning: string, ms: number): Promise<void> {
  const slow = await crowd(CROWD, () => connected(beginning));
  expect(await within(ms + GRACE_MS, Promise.all(slow.map(({ ended }) => ended)))).toBe(true);
  for (const { received } of slow) expect(problemIn(received)).toMatchObject({ status: 408, code: 'request_timeout' });
}

/** Open a socket, and say nothing, not even that they close. */
async function silentSockets(): Promise<void> {
  const sockets = await crowd(SOCKETS, () => RawSocket.open(server.port));
  connections.push(...sockets.map(({ connection }) => connection));
  expect(await within(HANDSHAKE_MS + TIMING.unwritableMs + GRACE_MS, Promise.all(sockets.map(({ connection }) => connection.ended)))).toBe(true);
}

/** Ask to be held, more of them than one person may have. */
async function tooMany(path: string, refusal: RegExp): Promise<void> {
  const mallory = await Guest.signIn(server.url, 'Mallory');
  const { cursor } = await mallory.snapshot();
  const request = (conn: number) => `GET ${path}?cursor=${cursor}&eph=99999999999999&conn=${conn} HTTP/1.1\r\nHost: x\r\nCookie: ${mallory.cookie}\r\nConnection: close\r\n\r\n`;
  let conn = 0;
  const readers = await crowd(READERS, () => connected(request(++conn)));
  const refused = () => readers.filter(({ received }) => refusal.test(received)).length;
  await eventually(() => expect(refused()).toBeGreaterThanOrEqual(READERS - REFILLS * PER_USER), GRACE_MS);
}

async function connected(bytes: string): Promise<RawConnection> {
  const connection = new RawConnection(server.port, bytes);
  connections.push(connection);
  await connection.opened;
  return connection;
}

/** Opened some at a time, as the queue of the listening socket is not endless. */
async function crowd<T>(count: number, open: () => Promise<T>): Promise<T[]> {
  const opened: T[] = [];
  while (opened.length < count) opened.push(...(await Promise.all(Array.from({ length: AT_ONCE }, open))));
  return opened;
}

function problemIn(received: string): unknown {
  const [answer] = answersIn(received);
  return answer && complaintOf(answer) === undefined ? JSON.parse(answer.body) : received;
}
