import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { eventually } from '@fourways/chat-core/testing';
import { Cast } from './cast.js';
import { ControlPeople } from './control-people.js';
import { FuzzedServer } from './fuzzed-server.js';
import type { Holdings } from './holdings.js';
import { httpInput, playHttp } from './http-input.js';
import { playRaw, rawInput } from './raw-input.js';
import { routesOf } from './routes.js';
import { playSocket, socketInput } from './socket-input.js';

const INPUTS = Number(process.env['INPUTS'] ?? 3_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const AT_ONCE = 24;
const TALK_EVERY = 20;
const SHARES = { http: 0.6, socket: 0.25, raw: 0.15 };
/** Compiled code and what is kept on purpose: sessions, places of pollers, leases. */
const MEMORY_GROWTH_LIMIT_BYTES = 32 * 1024 * 1024;
/** A connection that has ended may be remembered for so long. */
const FORGOTTEN_MS = 20_000;

jest.setTimeout(120_000 + INPUTS * 60);

let server: FuzzedServer;
let control: ControlPeople;
let cast: Cast;
let before: Holdings;
let played = 0;

beforeAll(async () => {
  server = await FuzzedServer.start();
  const warmingUp = await ControlPeople.arrive(server.url);
  cast = await Cast.meet(server.url);
  await warmingUp.talk();
  warmingUp.leave();
  before = await server.holdingsAtRest();
  control = await ControlPeople.arrive(server.url);
});
afterAll(async () => {
  control?.leave();
  await server?.stop();
});

describe(`bad input, seed ${SEED}`, () => {
  it('[X1] of the HTTP routes is refused as a problem, and never breaks the server', async () => {
    const routes = await routesOf(server.url);
    await fuzz(SHARES.http, httpInput(routes), playHttp);
  });

  it('[X1] [M4] of the sockets is acknowledged with a problem or closed, and never breaks the server', () => fuzz(SHARES.socket, socketInput, playSocket));

  it('[X1] of bare bytes is refused or closed, and never breaks the server', () => fuzz(SHARES.raw, rawInput, playRaw));

  it('[R6] leaves nothing behind: sockets, timers, listeners, memory', async () => {
    control.leave();
    const after = await server.holdingsAtRest(before);
    process.stdout.write(`${played} inputs, seed ${SEED}: ${after.growthSince(before)}\n`);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    await eventually(async () => expect((await server.holdings()).memoryBytes - before.memoryBytes).toBeLessThan(MEMORY_GROWTH_LIMIT_BYTES), FORGOTTEN_MS);
    expect(server.errors).toEqual([]);
  });
});

type Play<T> = (port: number, cast: Cast, input: T) => Promise<string | undefined>;

/** Plays many inputs, some at once. Now and then the people who behave must be well. */
async function fuzz<T>(share: number, input: fc.Arbitrary<T>, play: Play<T>): Promise<void> {
  let batches = 0;
  const batch = fc.array(input, { minLength: AT_ONCE, maxLength: AT_ONCE });
  const wellBehaved = fc.asyncProperty(batch, async (inputs) => {
    await cast.renew();
    const complaints = await Promise.all(inputs.map((each) => complaintAbout(each, play)));
    expect(complaints.filter(Boolean)).toEqual([]);
    played += inputs.length;
    if (batches++ % TALK_EVERY === 0) await control.talk();
  });
  await fc.assert(wellBehaved, { seed: SEED, numRuns: Math.ceil((INPUTS * share) / AT_ONCE), endOnFailure: true, verbose: fc.VerbosityLevel.None, reporter });
  await control.talk();
  expect({ alive: server.alive, errors: server.errors }).toEqual({ alive: true, errors: [] });
}

async function complaintAbout<T>(input: T, play: Play<T>): Promise<string | undefined> {
  const complaint = await play(server.port, cast, input).catch((error: Error) => error.stack);
  if (complaint === undefined && server.alive) return undefined;
  return `${fc.stringify(input).slice(0, 3_000)}\n  ${complaint ?? 'ended the server'}`;
}

/** The inputs that failed are in the error already, without their neighbours. */
function reporter<T>({ failed, errorInstance }: fc.RunDetails<T>): void {
  if (failed) throw new Error(`SEED=${SEED} INPUTS=${INPUTS}: ${(errorInstance as Error | null)?.message}\n${server.errors.slice(0, 5).join('\n')}`);
}
