import { describe, it, jest } from '@jest/globals';
import { Cast } from './cast.js';
import { playScenario } from './scenario.js';
import { type Distance, World } from './world.js';

const { SEED, SEEDS } = process.env;
const FIRST = SEED ? Number(SEED) : Math.floor(Math.random() * 1e9);
const COUNT = Number(SEEDS || (SEED ? 1 : 300));
/** Schedules on one server, all at the same time: a restart that one of them asks for hits them all. */
const PER_WORLD = 12;
/** While the clients of one world wait, those of another one work. */
const WORLDS = 2;

jest.setTimeout(60 * 60_000);

/** Plays those of the seeds that are this file's share: each file has a process of its own. */
export function convergence(database: Distance, isMine: (seed: number) => boolean): void {
  const seeds = Array.from({ length: COUNT }, (_, i) => FIRST + i).filter(isMine);
  describe(`convergence with a ${database} database, seeds ${FIRST} to ${FIRST + COUNT - 1}`, () => {
    (seeds.length > 0 ? it : it.skip)(
      `[A1][A20][G1][G2][G3][G4][N1][N2][R2][S1][W3][W4][W5][Q1] ${seeds.length} random schedules of talk, reactions, reading, switches, sleep and faults end with exactly what each may see`,
      () => playAll(seeds, database),
    );
  });
}

/** The first failure ends it, when the worlds that are open have come to their ends. */
async function playAll(seeds: number[], database: Distance): Promise<void> {
  const failures: unknown[] = [];
  const lane = async () => {
    while (seeds.length > 0 && failures.length === 0) await playTogether(seeds.splice(0, PER_WORLD), database).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: WORLDS }, lane));
  if (failures.length > 0) throw failures[0];
}

async function playTogether(seeds: readonly number[], database: Distance): Promise<void> {
  const world = await World.start(database);
  try {
    const casts = await Promise.all(seeds.map((seed) => Cast.gather(world.server, seed)));
    const played = await Promise.allSettled(casts.map((cast) => playScenario(cast, world)));
    for (const each of played) if (each.status === 'rejected') throw each.reason;
  } finally {
    await world.end();
  }
}
