import { describe, it, jest } from '@jest/globals';
import { Cast } from './cast.js';
import { playScenario } from './scenario.js';
import { World } from './world.js';

const { SEED, SEEDS } = process.env;
const FIRST = SEED ? Number(SEED) : Math.floor(Math.random() * 1e9);
const COUNT = Number(SEEDS || (SEED ? 1 : 300));
/** Schedules on one server, all at the same time: a restart that one of them asks for hits them all. */
const PER_WORLD = 12;
/** While the clients of one world wait, those of another one work. */
const WORLDS = 2;

jest.setTimeout(60 * 60_000);

/** What is played in one file, and so in one process. */
interface Share {
  readonly of: (seed: number) => boolean;
  readonly settings: Record<string, string>;
}

export function convergence(title: string, { of, settings }: Share): void {
  const seeds = Array.from({ length: COUNT }, (_, i) => FIRST + i).filter(of);
  describe(`convergence, seeds ${FIRST} to ${FIRST + COUNT - 1}`, () => {
    (seeds.length > 0 ? it : it.skip)(
      `[A1][G1][G2][G3][G4][A2][R2][S1][W3][W4][W5][Q1] ${seeds.length} random schedules of talk, switches, sleep and faults end with exactly what each may see, ${title}`,
      () => playAll(seeds, settings),
    );
  });
}

/** The first failure ends it, when the worlds that are open have come to their ends. */
async function playAll(seeds: number[], settings: Share['settings']): Promise<void> {
  const failures: unknown[] = [];
  const lane = async () => {
    while (seeds.length > 0 && failures.length === 0) await playTogether(seeds.splice(0, PER_WORLD), settings).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: WORLDS }, lane));
  if (failures.length > 0) throw failures[0];
}

async function playTogether(seeds: readonly number[], settings: Share['settings']): Promise<void> {
  const world = await World.start(settings);
  try {
    const casts = await Promise.all(seeds.map((seed) => Cast.gather(world.server, seed)));
    const played = await Promise.allSettled(casts.map((cast) => playScenario(cast, world)));
    for (const each of played) if (each.status === 'rejected') throw each.reason;
  } finally {
    await world.end();
  }
}
