import { describe, expect, it } from '@jest/globals';
import type { LogRecord } from './event.js';
import { created, edited, joined, left, posted, testId, testUser } from './testing/index.js';
import type { EventDraft } from './event-log.js';
import { type Interval, Viewer } from './viewer.js';
import { type LoadStays, Viewers } from './viewers.js';

const room = testId();
const ada = testUser('Ada');
const bob = testUser('Bob');

function at(seq: number, { audience, event }: EventDraft): LogRecord {
  return { audience, event: { ...event, seq } as LogRecord['event'] };
}

function seen(viewer: Viewer, from: number, to: number): number[] {
  const seqs = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return seqs.filter((seq) => viewer.sees(at(seq, edited(room))));
}

describe('viewer', () => {
  it('[R4] sees a room from joining to leaving, both included, and again from the next joining on', () => {
    const viewer = new Viewer(ada.id);
    viewer.join(room, 3);
    viewer.leave(room, 5);
    viewer.join(room, 8);
    expect(seen(viewer, 1, 10)).toEqual([3, 4, 5, 8, 9, 10]);
    expect(viewer.rooms()).toEqual([room]);
  });

  it('[R4] is told the same of the past after it has left: a replay shows what live delivery showed', () => {
    const viewer = new Viewer(ada.id);
    viewer.restore(room, { joinedSeq: 2, leftSeq: 4 });
    expect(seen(viewer, 1, 6)).toEqual([2, 3, 4]);
    expect(viewer.isIn(room)).toBe(false);
    expect(viewer.rooms()).toEqual([]);
  });

  it('[R4] what it knows already changes nothing', () => {
    const viewer = new Viewer(ada.id);
    viewer.restore(room, { joinedSeq: 2, leftSeq: 4 });
    viewer.restore(room, { joinedSeq: 7 });
    for (const seq of [2, 7]) viewer.join(room, seq);
    viewer.leave(room, 4);
    expect(seen(viewer, 1, 9)).toEqual([2, 3, 4, 7, 8, 9]);
  });

  it('[R4] sees what is for everyone and what is for itself, and nothing of others', () => {
    const viewer = new Viewer(ada.id);
    expect(viewer.sees(at(1, created(room)))).toBe(true);
    expect(viewer.sees(at(1, created(room, { kind: 'private', by: ada.id })))).toBe(true);
    expect(viewer.sees(at(1, created(room, { kind: 'private', by: bob.id })))).toBe(false);
    expect(viewer.sees(at(1, posted(room, bob)))).toBe(false);
  });
});

/** Loads that are answered when the test says so. */
class SlowTables {
  readonly loads: { userId: string; answer: (stays: Interval[]) => void; fail: (error: Error) => void }[] = [];
  readonly load: LoadStays = (userId) =>
    new Promise((resolve, reject) => {
      this.loads.push({ userId, answer: (stays) => resolve(stays.map((stay) => ({ roomId: room, stay }))), fail: reject });
    });
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('viewers', () => {
  it('[R4] all connections of one person share one viewer, loaded once', async () => {
    const tables = new SlowTables();
    const viewers = new Viewers(tables);
    const entering = [viewers.enter(ada.id), viewers.enter(ada.id)];
    tables.loads[0]!.answer([{ joinedSeq: 2 }]);
    const [one, two] = await Promise.all(entering);
    expect(one).toBe(two);
    expect(await viewers.enter(ada.id)).toBe(one);
    expect(tables.loads).toHaveLength(1);
    expect(seen(one!, 1, 3)).toEqual([2, 3]);
  });

  it.each<[string, Interval[], EventDraft[], number[]]>([
    ['a joining that the tables do not have yet', [], [joined(room, ada)], [5, 6, 7, 8]],
    ['a joining that they have', [{ joinedSeq: 5 }], [joined(room, ada)], [5, 6, 7, 8]],
    ['a leaving that they do not have yet', [{ joinedSeq: 2 }], [left(room, ada)], [2, 3, 4, 5]],
    ['a leaving that they have', [{ joinedSeq: 2, leftSeq: 5 }], [left(room, ada)], [2, 3, 4, 5]],
    ['coming and going of which they have the first half', [{ joinedSeq: 5 }], [joined(room, ada), left(room, ada)], [5, 6]],
    ['going and coming of which they have all', [{ joinedSeq: 2, leftSeq: 5 }, { joinedSeq: 6 }], [left(room, ada), joined(room, ada)], [2, 3, 4, 5, 6, 7, 8]],
    ['what others do', [{ joinedSeq: 2, leftSeq: 3 }], [joined(room, bob), left(room, bob)], [2, 3]],
  ])('[R4] %s, met while the stays are being loaded, counts once', async (_, stays, drafts, expected) => {
    const tables = new SlowTables();
    const viewers = new Viewers(tables);
    const entering = viewers.enter(ada.id);
    viewers.take(drafts.map((draft, i) => at(5 + i, draft)));
    tables.loads[0]!.answer(stays);
    expect(seen(await entering, 1, 8)).toEqual(expected);
  });

  it('wakes those whom news concerns, leavers and arrivals included, and nobody else', async () => {
    const tasks: (() => void)[] = [];
    const viewers = new Viewers({ load: async () => [], defer: (task) => tasks.push(task) });
    const wakes: string[] = [];
    for (const user of [ada, bob]) (await viewers.enter(user.id)).listen(() => wakes.push(user.name));
    const told = (seq: number, draft: EventDraft) => {
      viewers.take([at(seq, draft)]);
      for (const task of tasks.splice(0)) task();
      return wakes.splice(0);
    };
    expect(told(1, joined(room, ada))).toEqual(['Ada']);
    expect(told(2, posted(room, ada))).toEqual(['Ada']);
    expect(told(3, joined(room, bob))).toEqual(['Ada', 'Bob']);
    expect(told(4, left(room, ada))).toEqual(['Ada', 'Bob']);
    expect(told(5, posted(room, bob))).toEqual(['Bob']);
    expect(told(6, created(testId())).sort()).toEqual(['Ada', 'Bob']);
    expect(told(7, created(testId(), { kind: 'private', by: ada.id }))).toEqual(['Ada']);
  });

  it('wakes each listener once for many news, slice by slice, and not those who have stopped', async () => {
    const tasks: (() => void)[] = [];
    const viewers = new Viewers({ load: async () => [], defer: (task) => tasks.push(task), slice: 2 });
    const viewer = await viewers.enter(ada.id);
    let wakes = 0;
    for (let i = 0; i < 5; i++) viewer.listen(() => wakes++);
    for (let i = 0; i < 3; i++) viewers.wakeAudience(`user:${ada.id}`);
    const counts: number[] = [];
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      task();
      counts.push(wakes);
    }
    expect(counts.slice(0, 3)).toEqual([2, 4, 5]);
    viewers.wakeAudience('all');
    tasks.shift()!();
    expect(wakes).toBe(7);
  });

  it('[D3] one listener that fails keeps nobody from being woken, now or later', async () => {
    const failures: unknown[] = [];
    const viewers = new Viewers({ load: async () => [], onError: (error) => failures.push(error) });
    const viewer = await viewers.enter(ada.id);
    let wakes = 0;
    viewer.listen(() => {
      throw new Error('a reader failed');
    });
    viewer.listen(() => wakes++);
    for (let i = 0; i < 2; i++) {
      viewers.wakeAudience('all');
      await settled();
    }
    expect(wakes).toBe(2);
    expect(failures).toHaveLength(2);
  });

  it('[R6] forgets whom nobody is reading for, the longest unseen first, but never who is read for', async () => {
    const viewers = new Viewers({ load: async () => [{ roomId: room, stay: { joinedSeq: 1 } }], idleLimit: 2 });
    const reading = await viewers.enter(ada.id);
    for (let i = 0; i < 10; i++) {
      const id = testId();
      await viewers.enter(id);
      viewers.leave(id);
    }
    expect(viewers.size).toBeLessThanOrEqual(3);
    expect(await viewers.enter(ada.id)).toBe(reading);
  });

  it('asks the tables again after a load that failed', async () => {
    const tables = new SlowTables();
    const viewers = new Viewers(tables);
    const failing = viewers.enter(ada.id);
    tables.loads[0]!.fail(new Error('disk I/O error'));
    await expect(failing).rejects.toThrow('disk');
    expect(viewers.size).toBe(0);
    const entering = viewers.enter(ada.id);
    tables.loads[1]!.answer([{ joinedSeq: 1 }]);
    expect((await entering).isIn(room)).toBe(true);
  });
});
