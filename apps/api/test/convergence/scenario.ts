import type { Cast } from './cast.js';
import { eventually } from './eventually.js';
import { move } from './moves.js';
import { Player } from './player.js';
import type { Stage } from './stage.js';
import { verify } from './verify.js';
import type { World } from './world.js';

/** Short schedules find most, and are easy to read when they fail. */
const MOVES = { least: 4, most: 24 };
/** Looks, of a minute together. */
const SETTLED = 1_200;

/** Plays the schedule of a seed to its end; throws where a client does not end with exactly what it may see. */
export async function playScenario({ seed, random, people: [ada, bob, cyd], rooms }: Cast, world: World): Promise<void> {
  const players: Player[] = [];
  const played: string[] = [];
  try {
    // Now and then Ada has two pages open, and Cyd is not here.
    for (const [i, person] of [ada!, bob!, random.chance(0.3) ? ada! : cyd!].entries()) {
      players.push(await Player.prepare(`${person.user.name} ${i}`, person, world, random));
    }
    await Promise.all(players.map(({ client }) => client.start()));
    const stage: Stage = { players, random, rooms, world, pending: new Set(), away: new Set() };
    const moves = MOVES.least + random.below(MOVES.most - MOVES.least + 1);
    while (played.length < moves) played.push(await move(stage));
    for (const { proxy } of players) proxy.loseAnswers(0);
    await Promise.all(stage.pending);
    await Promise.all(players.map(allSent));
    await Promise.all(players.map((player) => verify(player, rooms, world)));
  } catch (error) {
    throw new Error(`Failed with seed ${seed}; repeat it with SEED=${seed} npm run test:property\n${(error as Error).message}\nSchedule: ${played.join(', ')}`, { cause: error });
  } finally {
    await Promise.all(players.map((player) => player.leave()));
  }
}

/** All that was typed is sent or refused, and so is how far was read. */
async function allSent({ client, name }: Player): Promise<void> {
  const isSent = () => {
    const { outbox, readAhead, status } = client.getSnapshot();
    return status === 'in-sync' && readAhead.size === 0 && outbox.every(({ state }) => state === 'failed');
  };
  if (await eventually(isSent, SETTLED)) return;
  const { status, mode, switchingTo, lastSwitch, problem, outbox, readAhead } = client.getSnapshot();
  throw new Error(`Not everything of ${name} was sent: ${JSON.stringify({ status, mode, switchingTo, lastSwitch, problem: problem?.message, outbox, readAhead: [...readAhead] })}`);
}
