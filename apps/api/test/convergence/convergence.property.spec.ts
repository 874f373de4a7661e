import { afterAll, beforeAll, describe, it, jest } from '@jest/globals';
import { startServer, type TestServer } from '../server.js';
import { playScenario } from './scenario.js';

const { SEED, SEEDS } = process.env;
const FIRST = SEED === undefined ? Math.floor(Math.random() * 1e9) : Number(SEED);
const COUNT = SEED === undefined ? Number(SEEDS ?? 300) : 1;
const SIDE_BY_SIDE = 8;

jest.setTimeout(30 * 60_000);

describe(`convergence, seeds ${FIRST} to ${FIRST + COUNT - 1}`, () => {
  let server: TestServer;
  let restarting: Promise<void> | undefined;

  beforeAll(async () => {
    server = await startServer({ MESSAGES_PER_SECOND: '1000000', CONNECTIONS_PER_ADDRESS: '100000' });
  });

  afterAll(() => server.stop());

  const restart = () =>
    (restarting ??= server.restart().finally(() => {
      restarting = undefined;
    }));

  it(`[G1][G2][G3][G4][S1][W5] ${COUNT} random schedules of talk, switches and faults end with exactly what each may see`, async () => {
    let next = FIRST;
    const lane = async () => {
      while (next < FIRST + COUNT) {
        const seed = next++;
        await playScenario(seed, { server, restart }).catch((error: unknown) => {
          throw new Error(`Failed with seed ${seed}; repeat it with SEED=${seed} npm run test:property`, { cause: error });
        });
      }
    };
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, COUNT) }, lane));
    await restarting;
  });
});
