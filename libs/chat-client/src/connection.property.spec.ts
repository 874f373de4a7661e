import { bye, MODES, parseCursor } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { ConnectionWorld } from './testing/connection-world.js';
import type { Opening } from './testing/scripted-transport.js';
import type { SwitchCause } from './view.js';

type Step =
  | { do: 'append' | 'pass' | 'deliver' | 'lose' | 'repeat'; n: number }
  | { do: 'use'; mode: (typeof MODES)[number]; cause: SwitchCause }
  | { do: 'slow'; ms: number }
  | { do: 'cut' | 'recycle' | 'expire' | 'gap' | 'wake' | 'probe' | 'refuse' };

/** Reads the log for one opening, as a server would, but for what the script makes of it. */
class Server {
  private readonly places = new Map<Opening, { prev: number; pos: number }>();

  constructor(private readonly world: ConnectionWorld) {}

  /** Delivers up to `most` events to each opening. What is lost leaves no trace but a later `prev`. */
  deliver(most: number, lost = false): void {
    for (const opening of this.world.openings.filter(({ over }) => !over)) {
      const { pos } = this.placeOf(opening);
      if (pos < this.world.expiredSeq) {
        opening.mailbox.put(this.world.gap());
        continue;
      }
      const next = Math.min(this.world.head, pos + most);
      if (!lost) opening.frame(pos, next, next === this.world.head);
      this.places.set(opening, { prev: pos, pos: next });
    }
  }

  repeat(): void {
    for (const opening of this.world.openings.filter(({ over }) => !over)) {
      const { prev, pos } = this.placeOf(opening);
      opening.frame(prev, pos, pos === this.world.head);
    }
  }

  private placeOf(opening: Opening): { prev: number; pos: number } {
    const { seq } = parseCursor(opening.from);
    return this.places.get(opening) ?? { prev: seq, pos: seq };
  }
}

const n = fc.integer({ min: 1, max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('append', 'deliver', 'lose', 'repeat'), n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass'), n: fc.integer({ min: 0, max: 6_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('use'), mode: fc.constantFrom(...MODES), cause: fc.constantFrom<SwitchCause>('chosen', 'recovery') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('slow'), ms: fc.constantFrom(0, 2_500) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('cut', 'recycle', 'expire', 'gap', 'wake', 'probe', 'refuse') }) },
) as fc.Arbitrary<Step>;

const jitter = fc.noShrink(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })));

describe('Connection', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => void jest.useRealTimers());

  it('[N1] [S1] [G3] applies each event once, in order, through switches, cuts, losses and gaps, and answers for each switch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'large' }), jitter, async (steps, randoms) => {
        jest.clearAllTimers();
        const world = new ConnectionWorld('sse', () => randoms.next().value);
        const server = new Server(world);
        let [asked, answered] = [0, 0];
        const run = (each: Step): unknown => {
          const open = world.openings.filter(({ over }) => !over);
          switch (each.do) {
            case 'append':
              return (world.head += each.n);
            case 'pass':
              return jest.advanceTimersByTimeAsync(each.n);
            case 'deliver':
              return server.deliver(each.n);
            case 'lose':
              return server.deliver(each.n, true);
            case 'repeat':
              return server.repeat();
            case 'use':
              asked++;
              return void world.connection.use(each.mode, each.cause).then(() => answered++);
            case 'slow':
              return (world.snapshotMs = each.ms);
            case 'cut':
              return open[0]?.mailbox.end(new Error('cut'));
            case 'recycle':
              return open.at(-1)?.mailbox.put({ kind: 'bye', bye: bye(4102) });
            case 'expire':
              return (world.expiredSeq = world.head);
            case 'gap':
              return open[0]?.mailbox.put(world.gap());
            case 'wake':
              return world.connection.wake();
            case 'probe':
              return void world.connection.probe();
            case 'refuse':
              return (world.refuse = world.refuse ? null : new Error('refused'));
          }
        };
        world.connection.start();
        for (const each of steps) {
          await run(each);
          await jest.advanceTimersByTimeAsync(0);
        }
        world.refuse = null;
        world.snapshotMs = 0;
        world.head += 1;
        for (let i = 0; i < 12; i++) {
          await jest.advanceTimersByTimeAsync(6_000);
          server.deliver(1_000);
          await jest.advanceTimersByTimeAsync(0);
        }
        expect(world.view.status).toBe('in-sync');
        expect(world.replica.seq).toBe(world.head);
        expect([answered, world.view.switchingTo ?? null]).toEqual([asked, null]);
        const missing = Array.from({ length: world.head }, (_, i) => i + 1).filter((seq) => seq > world.snapshotSeq && !world.applied.includes(seq));
        expect(missing).toEqual([]);
        const live = world.applied.filter((seq) => seq > world.snapshotSeq);
        expect(live).toEqual(live.toSorted((a, b) => a - b));
        expect(new Set(live).size).toBe(live.length);
        expect(world.openings.filter(({ over }) => !over)).toHaveLength(1);
        world.connection.stop();
        world.pilot.stop();
        expect(jest.getTimerCount()).toBe(0);
      }),
      { numRuns: 300, interruptAfterTimeLimit: 60_000 },
    );
  }, 90_000);
});
