import { describe, it, jest } from '@jest/globals';
import { startServer } from '../server.js';
import { playScenario } from './scenario.js';

const { SEED, SEEDS } = process.env;
const SINGLE = SEED ? Number(SEED) : undefined;
const FIRST = SINGLE ?? Math.floor(Math.random() * 1e9);
const COUNT = SINGLE === undefined ? Number(SEEDS || 300) : 1;
const SIDE_BY_SIDE = 8;
/** Scenarios on one server: more of them would only make its list of public rooms long. */
const PER_SERVER = 24;

jest.setTimeout(60 * 60_000);

describe(`convergence, seeds ${FIRST} to ${FIRST + COUNT - 1}`, () => {
  it(`[G1][G2][G3][G4][S1][W5][Q1] ${COUNT} random schedules of talk, switches and faults end with exactly what each may see`, async () => {
    for (let first = FIRST; first < FIRST + COUNT; first += PER_SERVER) {
      await playAll(first, Math.min(PER_SERVER, FIRST + COUNT - first));
    }
  });
});

async function playAll(first: number, count: number): Promise<void> {
  const server = await startServer({ MESSAGES_PER_SECOND: '1000000', CONNECTIONS_PER_ADDRESS: '100000' });
  let restarting: Promise<void> | undefined;
  const restart = () =>
    (restarting ??= server.restart().finally(() => {
      restarting = undefined;
    }));
  let next = first;
  const failures: unknown[] = [];
  const lane = async () => {
    while (next < first + count && failures.length === 0) {
      await play(next++, { server, restart }).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  await restarting;
  await server.stop();
  if (failures.length > 0) throw failures[0];
}

async function play(seed: number, world: Parameters<typeof playScenario>[1]): Promise<void> {
  try {
    await playScenario(seed, world);
  } catch (error) {
    throw new Error(`Failed with seed ${seed}; repeat it with SEED=${seed} npm run test:property\n${(error as Error).message}`, { cause: error });
  }
}
