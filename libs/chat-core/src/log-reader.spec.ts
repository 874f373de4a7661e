import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Cursor } from './cursor.js';
import { formatCursor, parseCursor } from './cursor-parts.js';
import type { Reading } from './encoded-frame.js';
import { type EncodedEphemeral, EphemeralSource, NoEphemera } from './ephemeral-source.js';
import type { EventDraft } from './event-log.js';
import type { LogRecord } from './event.js';
import type { Frame } from './frame.js';
import { LIMITS } from './limits.js';
import { LogReader } from './log-reader.js';
import { MemoryEventLog } from './memory/memory-event-log.js';
import { Tail } from './tail.js';
import { created, decoded, edited, eventually, joined, left, posted, RecordingSink, seeded, testId, testUser } from './testing/index.js';
import { TIMING } from './timing.js';
import type { Viewer } from './viewer.js';
import { Viewers } from './viewers.js';

const ada = testUser('Ada');
const bob = testUser('Bob');
const at = (seq: number, epoch = 'memory00'): Cursor => formatCursor(epoch, seq);
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A log with everything that reads it, joined as the server joins them. */
class World {
  readonly room = testId();
  readonly log = new MemoryEventLog();
  readonly viewers = new Viewers({ load: async () => [] });
  readonly tail: Tail;
  readonly reader: LogReader;

  private constructor(capacity: number | undefined, ephemera: EphemeralSource) {
    this.tail = new Tail(this.log, capacity);
    this.reader = new LogReader(this.tail, this.log, ephemera);
  }

  /** Ada is in the room: its creation is 1, her arrival 2. */
  static async open({ capacity, ephemera = new NoEphemera() }: { capacity?: number; ephemera?: EphemeralSource } = {}): Promise<World> {
    const world = new World(capacity, ephemera);
    await world.tail.open();
    world.tail.onGrown((records) => world.viewers.take(records));
    await world.viewers.enter(ada.id);
    await world.append(created(world.room), joined(world.room, ada));
    return world;
  }

  viewer(): Promise<Viewer> {
    return this.viewers.enter(ada.id);
  }

  async append(...drafts: EventDraft[]): Promise<LogRecord[]> {
    const records = await this.log.append(drafts);
    this.tail.offer(records);
    return records;
  }

  posts(count: number, body?: string): Promise<LogRecord[]> {
    return this.append(...Array.from({ length: count }, () => posted(this.room, ada, body)));
  }

  /** Events so small that their number counts before their size. */
  edits(count: number): Promise<LogRecord[]> {
    return this.append(...Array.from({ length: count }, () => edited(this.room)));
  }

  /** What Ada may not see. */
  async hidden(count: number): Promise<void> {
    await this.append(...Array.from({ length: count }, () => edited(testId())));
  }
}

function frameOf({ frame, gap }: Reading): Frame {
  if (!frame) throw new Error(`A gap: ${gap.reason}`);
  return decoded(frame);
}

const seqs = ({ events }: Frame) => events.map(({ seq }) => seq);

describe('walk', () => {
  async function walked(world: World, from: Cursor, to: Cursor) {
    const seen: number[] = [];
    const gap = await world.reader.walk({ from, to }, await world.viewer(), ({ seq }) => seen.push(seq));
    return { seen, gap };
  }

  it.each([10_000, 10])('[Q1] shows what may be seen after one cursor up to another, with %i records in memory', async (capacity) => {
    const world = await World.open({ capacity });
    await world.posts(1_500);
    await world.hidden(1_000);
    await world.posts(500);
    const visible = [...Array.from({ length: 1_492 }, (_, i) => 11 + i), ...Array.from({ length: 98 }, (_, i) => 2_503 + i)];
    expect(await walked(world, at(10), at(2_600))).toEqual({ seen: visible, gap: undefined });
  });

  it('[Q1] of nothing shows nothing', async () => {
    expect(await walked(await World.open(), at(2), at(2))).toEqual({ seen: [], gap: undefined });
  });

  it('[Q1] [R4] shows the stays of the viewer, as reading does', async () => {
    const world = await World.open();
    await world.append(joined(world.room, bob), left(world.room, ada), posted(world.room, bob), joined(world.room, ada), posted(world.room, bob));
    expect((await walked(world, at(0), at(7))).seen).toEqual([1, 2, 3, 4, 6, 7]);
  });

  it.each([
    ['epoch', at(1, 'otherlog'), at(2)],
    ['epoch', at(1), at(2, 'otherlog')],
    ['future', at(2), at(9_000)],
    ['expired', at(5), at(2_000)],
  ] as const)('[Q1] [C3] %s', async (reason, from, to) => {
    const world = await World.open();
    await world.posts(3_000);
    await world.log.prune(1_000);
    await world.tail.check();
    expect(await walked(world, from, to)).toEqual({ seen: [], gap: { reason, head: at(3_002) } });
  });

  it('[Q1] [C3] expired, when the log is pruned meanwhile', async () => {
    const world = await World.open({ capacity: 10 });
    await world.posts(3_000);
    await world.log.prune(1_000);
    expect((await walked(world, at(5), at(2_000))).gap).toEqual({ reason: 'expired', head: at(3_002) });
  });

  it('[Q1] [C3] too_far, though not for a stretch that is long past replaying', async () => {
    const world = await World.open();
    await world.edits(LIMITS.auditEvents);
    expect((await walked(world, at(2), at(LIMITS.auditEvents + 2))).seen).toHaveLength(LIMITS.auditEvents);
    expect((await walked(world, at(1), at(LIMITS.auditEvents + 2))).gap).toMatchObject({ reason: 'too_far' });
  });
});

describe('read', () => {
  it('[R1] answers with what is there now', async () => {
    const world = await World.open();
    await world.posts(3);
    expect(frameOf(await world.reader.read(at(2), await world.viewer()))).toMatchObject({ v: 1, prev: at(2), next: at(5), upToDate: true, events: [{ seq: 3 }, { seq: 4 }, { seq: 5 }] });
    expect(frameOf(await world.reader.read(at(5), await world.viewer()))).toEqual({ v: 1, prev: at(5), next: at(5), upToDate: true, events: [] });
  });

  it('[R1] gives at most 200 events at a time, and says that more follows', async () => {
    const world = await World.open();
    await world.edits(2 * LIMITS.batchEvents + 50);
    expect(await pages(world, 2)).toEqual([
      { count: 200, upToDate: false },
      { count: 200, upToDate: false },
      { count: 50, upToDate: true },
    ]);
  });

  it.each(['x', 'ж', '語'])('[R1] gives at most 64 KiB at a time, but never less than one event (%s)', async (letter) => {
    const world = await World.open();
    await world.posts(20, letter.repeat(8_000));
    const frames = await framesFrom(world, 2);
    for (const frame of frames) expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThan(LIMITS.batchBytes + 300);
    expect(frames.flatMap(seqs)).toHaveLength(20);
    await world.posts(1, 'y'.repeat(LIMITS.batchBytes));
    expect(seqs(frameOf(await world.reader.read(at(22), await world.viewer())))).toEqual([23]);
  });

  it('[R1] of a cursor before what is in memory reads the log itself, with the same answers', async () => {
    const small = await World.open({ capacity: 10 });
    await small.posts(100);
    await small.hidden(10);
    await small.posts(5);
    const frames = await framesFrom(small, 0);
    expect(frames.flatMap(seqs)).toEqual([...Array.from({ length: 102 }, (_, i) => i + 1), ...Array.from({ length: 5 }, (_, i) => 113 + i)]);
    expect(frames.at(-1)!.next).toBe(at(117));
  });

  it('[C4] passes over what the reader may not see, also when it is nothing else', async () => {
    const world = await World.open();
    await world.hidden(3_000);
    const frames = await framesFrom(world, 2);
    expect(frames.flatMap(seqs)).toEqual([]);
    expect(frames.at(-1)).toMatchObject({ next: at(3_002), upToDate: true });
  });

  it('[R4] from before she left and came back shows just what she was there for', async () => {
    const world = await World.open();
    await world.append(joined(world.room, bob), left(world.room, ada), posted(world.room, bob), joined(world.room, ada), posted(world.room, bob));
    expect(seqs(frameOf(await world.reader.read(at(0), await world.viewer())))).toEqual([1, 2, 3, 4, 6, 7]);
  });
});

async function framesFrom(world: World, seq: number): Promise<Frame[]> {
  const frames: Frame[] = [];
  do frames.push(frameOf(await world.reader.read(frames.at(-1)?.next ?? at(seq), await world.viewer())));
  while (!frames.at(-1)!.upToDate);
  return frames;
}

async function pages(world: World, seq: number) {
  return (await framesFrom(world, seq)).map(({ events, upToDate }) => ({ count: events.length, upToDate }));
}

describe('a gap', () => {
  it.each([
    ['epoch', at(3, 'another0')],
    ['future', at(9_000)],
    ['expired', at(2)],
    ['too_far', at(1_500)],
  ] as const)('[C3] %s', async (reason, cursor) => {
    const world = await World.open();
    await world.posts(6_998);
    await world.log.prune(1_000);
    await world.tail.check();
    const viewer = await world.viewer();
    const gap = { reason, head: at(7_000) };
    expect(await world.reader.read(cursor, viewer)).toEqual({ gap });
    expect(await world.reader.wait(cursor, viewer, { waitMs: 5_000 })).toEqual({ gap });
    const sink = new RecordingSink();
    world.reader.follow(cursor, viewer, sink);
    expect([sink.gaps, sink.encoded, viewer.listenerCount]).toEqual([[gap], [], 0]);
  });

  it('[C3] is no gap at the very edge: the oldest event kept, the head, and 5 000 behind', async () => {
    const world = await World.open();
    await world.posts(6_998);
    await world.log.prune(2_000);
    await world.tail.check();
    for (const seq of [2_000, 7_000]) expect((await world.reader.read(at(seq), await world.viewer())).gap).toBeUndefined();
    expect((await world.reader.read(at(1_999), await world.viewer())).gap?.reason).toBe('expired');
  });

  it('[C3] also when what the reader stands at is pruned while the log is being read', async () => {
    const world = await World.open({ capacity: 10 });
    await world.posts(100);
    const { readAfter } = world.log;
    world.log.readAfter = async function (after, limit) {
      await this.prune(50);
      return readAfter.call(this, after, limit);
    };
    expect(await world.reader.read(at(2), await world.viewer())).toEqual({ gap: { reason: 'expired', head: at(102) } });
  });

  it('[C3] lagged: a stream whose reader has not taken its news for too long', async () => {
    const world = await World.open();
    const sink = new RecordingSink();
    const following = world.reader.follow(at(2), await world.viewer(), sink);
    sink.open = false;
    await world.posts(LIMITS.replayEvents + 1);
    await soon();
    sink.open = true;
    following.resume();
    await eventually(() => expect(sink.gaps).toEqual([{ reason: 'lagged', head: at(LIMITS.replayEvents + 3) }]));
  });
});

describe('wait', () => {
  it('[R2] answers at once when there is something, and after the wait when there is nothing', async () => {
    const world = await World.open();
    const viewer = await world.viewer();
    expect(seqs(frameOf(await world.reader.wait(at(1), viewer, { waitMs: 60_000 })))).toEqual([2]);
    const before = performance.now();
    expect(frameOf(await world.reader.wait(at(2), viewer, { waitMs: 40 }))).toMatchObject({ events: [], upToDate: true });
    expect(performance.now() - before).toBeGreaterThan(35);
  });

  it('[C4] passes over news that it may not see without answering, and its answer still begins at the cursor', async () => {
    const world = await World.open();
    const waiting = world.reader.wait(at(2), await world.viewer(), { waitMs: 60_000 });
    for (let i = 0; i < 3; i++) {
      await world.append(created(testId(), { kind: 'private', by: bob.id }));
      world.viewers.wakeAudience('all');
      await soon();
    }
    await world.posts(1);
    expect(frameOf(await waiting)).toMatchObject({ prev: at(2), next: at(6), events: [{ seq: 6 }] });
  });

  it('[C4] is answered without news rather than fall too far behind', async () => {
    const world = await World.open();
    const waiting = world.reader.wait(at(2), await world.viewer(), { waitMs: 60_000 });
    for (let i = 0; i < 4; i++) {
      await world.hidden(500);
      await soon();
    }
    const frame = frameOf(await waiting);
    expect(frame).toMatchObject({ prev: at(2), events: [] });
    expect(at(2 + LIMITS.quietEvents) <= frame.next).toBe(true);
  });

  it('[R2] finds an event that is appended at any moment of it', async () => {
    const script = fc.record({ capacity: fc.constantFrom(1, 10_000), turns: fc.nat({ max: 40 }), macro: fc.nat({ max: 3 }), ring: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(script, async ({ capacity, turns, macro, ring }) => {
        const world = await World.open({ capacity });
        await world.hidden(20);
        const viewer = await world.viewer();
        const waiting = world.reader.wait(at(2), viewer, { waitMs: 2_000 });
        const started = performance.now();
        for (let i = 0; i < turns; i++) await Promise.resolve();
        for (let i = 0; i < macro; i++) await soon();
        const [record] = ring ? await world.posts(1) : await world.log.append([posted(world.room, ada)]);
        if (!ring) await world.tail.pull();
        expect(seqs(frameOf(await waiting))).toEqual([record!.event.seq]);
        expect(performance.now() - started).toBeLessThan(1_500);
        expect(viewer.listenerCount).toBe(0);
      }),
      seeded(80),
    );
  });

  it('[R2] never takes the log for shorter than it is when the log is ahead of what has been told', async () => {
    const world = await World.open({ capacity: 2 });
    await world.posts(10);
    await world.log.append([posted(world.room, ada)]);
    const first = frameOf(await world.reader.read(at(2), await world.viewer()));
    const second = await world.reader.read(first.next, await world.viewer());
    expect(second.gap).toBeUndefined();
    await world.tail.pull();
    expect(seqs(frameOf(await world.reader.read(first.next, await world.viewer())))).toEqual([13]);
  });

  it('[R6] ends at once when its client goes away, and leaves nothing behind', async () => {
    const world = await World.open();
    const viewer = await world.viewer();
    const controller = new AbortController();
    const waiting = world.reader.wait(at(2), viewer, { waitMs: 60_000, signal: controller.signal });
    await soon();
    expect(viewer.listenerCount).toBe(1);
    controller.abort();
    expect(frameOf(await waiting).events).toEqual([]);
    expect(viewer.listenerCount).toBe(0);
    await world.reader.wait(at(2), viewer, { waitMs: 60_000, signal: controller.signal });
    expect(viewer.listenerCount).toBe(0);
  });

  it('[G7] typing alone answers at most once a second; an event answers at once and brings it along', async () => {
    const ephemera = new Board();
    const world = await World.open({ ephemera });
    const viewer = await world.viewer();
    ephemera.n = 5;
    const started = performance.now();
    const quiet = frameOf(await world.reader.wait(at(2), viewer, { waitMs: 60_000, eph: 4 }));
    expect(quiet).toMatchObject({ events: [], eph: { n: 5 } });
    expect(performance.now() - started).toBeGreaterThan(TIMING.longPollEphemeralMs - 50);
    const waiting = world.reader.wait(at(2), viewer, { waitMs: 60_000, eph: 4 });
    await soon();
    await world.posts(1);
    expect(frameOf(await waiting)).toMatchObject({ events: [{ seq: 3 }], eph: { n: 5 } });
  });
});

class Board extends EphemeralSource {
  n = 1;
  override since(n: number | undefined): EncodedEphemeral | null {
    return n === this.n ? null : { n: this.n, json: JSON.stringify({ n: this.n, typing: [], presence: [] }) };
  }
}

describe('follow', () => {
  let world: World;
  let viewer: Viewer;
  let sink: RecordingSink;
  beforeEach(async () => {
    world = await World.open();
    viewer = await world.viewer();
    sink = new RecordingSink();
  });
  afterEach(() => void jest.restoreAllMocks());

  it('[R3] writes all there is, says that it is up to date even if that is all, and then writes what comes', async () => {
    const following = world.reader.follow(at(2), viewer, sink);
    expect(sink.frames).toEqual([{ v: 1, prev: at(2), next: at(2), upToDate: true, events: [] }]);
    await world.posts(2);
    await eventually(() => expect(sink.seqs).toEqual([3, 4]));
    await world.hidden(2);
    await world.posts(1);
    await eventually(() => expect(sink.seqs).toEqual([3, 4, 7]));
    expect(continuous(sink.frames)).toBe(true);
    following.stop();
  });

  it('[R3] catches up frame by frame', async () => {
    await world.edits(450);
    world.reader.follow(at(2), viewer, sink);
    expect(sink.frames.map(({ upToDate, events }) => [events.length, upToDate])).toEqual([[200, false], [200, false], [50, true]]);
    expect(continuous(sink.frames)).toBe(true);
  });

  it('[R3] catches up as fast as the sink takes it, also when that is a frame at a time', async () => {
    await world.edits(450);
    const write = sink.write.bind(sink);
    sink.write = (frame) => {
      write(frame);
      sink.open = false;
    };
    const following = world.reader.follow(at(2), viewer, sink);
    for (let turn = 0; turn < 2; turn++) {
      sink.open = true;
      following.resume();
    }
    expect(sink.frames.map(({ events }) => events.length)).toEqual([200, 200, 50]);
  });

  it('[R3] [G6] does not write to a sink that takes nothing, keeps only its place, and sends the news when it can', async () => {
    const following = world.reader.follow(at(2), viewer, sink);
    sink.open = false;
    for (let i = 0; i < 300; i++) await world.posts(1);
    await soon();
    expect(sink.encoded).toHaveLength(1);
    expect(following.position).toBe(2);
    sink.open = true;
    following.resume();
    await eventually(() => expect(sink.seqs).toHaveLength(300));
    expect(continuous(sink.frames)).toBe(true);
    expect(sink.encoded.length).toBeLessThanOrEqual(1 + 2);
  });

  it('[R3] writes one frame for all that comes within a moment', async () => {
    world.reader.follow(at(2), viewer, sink);
    for (let i = 0; i < 50; i++) await world.posts(1);
    await eventually(() => expect(sink.seqs).toHaveLength(50));
    expect(sink.encoded.length).toBeLessThanOrEqual(4);
  });

  it('[R5] serialises an event once, and gives readers with the same news the very same frame', async () => {
    const sinks = Array.from({ length: 10 }, () => new RecordingSink());
    for (const each of sinks) world.reader.follow(at(2), viewer, each);
    const stringify = jest.spyOn(JSON, 'stringify');
    const [record] = await world.posts(1);
    for (const each of sinks) await eventually(() => expect(each.encoded).toHaveLength(2));
    const timesSerialised = stringify.mock.calls.filter(([value]) => value === record!.event).length;
    stringify.mockRestore();
    expect(timesSerialised).toBe(1);
    for (const each of sinks) expect(each.encoded[1]).toBe(sinks[0]!.encoded[1]);
    const render = jest.fn(() => 'bytes');
    for (const each of sinks) each.encoded[1]!.as(render);
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('[R5] never gives the frame of one person to another who may see something else', async () => {
    const bobs = await world.viewers.enter(bob.id);
    await world.append(joined(world.room, bob));
    const other = new RecordingSink();
    world.reader.follow(at(3), bobs, other);
    world.reader.follow(at(3), viewer, sink);
    await world.append(created(testId(), { kind: 'private', by: ada.id }), posted(world.room, ada), created(testId(), { kind: 'private', by: bob.id }));
    await eventually(() => expect(sink.seqs).toEqual([4, 5]));
    await eventually(() => expect(other.seqs).toEqual([5, 6]));
  });

  it('[R6] stops at once: no listener is left, nothing more is written', async () => {
    const following = world.reader.follow(at(2), viewer, sink);
    await world.posts(1);
    following.stop();
    expect(viewer.listenerCount).toBe(0);
    const written = sink.encoded.length;
    await world.posts(1);
    following.resume();
    following.heartbeat(world.reader.epoch);
    await new Promise((resolve) => setTimeout(resolve, 2 * TIMING.coalesceMs));
    expect(sink.encoded).toHaveLength(written);
  });

  it('[C4] a heartbeat moves the cursor past what may not be seen, and the next frame goes on from there', async () => {
    const following = world.reader.follow(at(2), viewer, sink);
    await world.hidden(3);
    await soon();
    following.heartbeat(world.reader.epoch);
    expect(sink.frames.at(-1)).toMatchObject({ prev: at(2), next: at(5), hb: {}, events: [] });
    await world.posts(1);
    await eventually(() => expect(sink.seqs).toEqual([6]));
    expect(continuous(sink.frames)).toBe(true);
  });

  it('[C4] whoever may not see what the others write in crowds is not too far behind for the next news, nor for coming back', async () => {
    world.reader.follow(at(2), viewer, sink);
    for (let i = 0; i < 14; i++) {
      await world.hidden(500);
      await soon();
    }
    expect(at(7_002 - 2 * LIMITS.quietEvents) <= sink.frames.at(-1)!.next).toBe(true);
    expect(sink.frames.length).toBeLessThanOrEqual(8);
    await world.posts(1);
    await eventually(() => expect(sink.seqs).toEqual([7_003]));
    expect(sink.gaps).toEqual([]);
    expect(continuous(sink.frames)).toBe(true);
  });

  it('[D3] a sink that throws is told so and stopped; its neighbours get their news', async () => {
    const broken = new RecordingSink();
    world.reader.follow(at(2), viewer, broken);
    world.reader.follow(at(2), viewer, sink);
    broken.write = () => {
      throw new Error('the socket has gone');
    };
    await world.posts(1);
    await eventually(() => expect(sink.seqs).toEqual([3]));
    await eventually(() => expect(broken.failures).toHaveLength(1));
    expect(viewer.listenerCount).toBe(1);
  });

  it('a log that cannot be read fails the reader that needs it', async () => {
    const small = await World.open({ capacity: 1 });
    await small.posts(20);
    small.log.readAfter = () => Promise.reject(new Error('disk I/O error'));
    small.reader.follow(at(2), await small.viewer(), sink);
    await eventually(() => expect(sink.failures).toHaveLength(1));
    expect((await small.viewer()).listenerCount).toBe(0);
  });

  it('[G3] [R3] whatever its sink takes and whenever, it is sent each event once and in order', async () => {
    const move = fc.constantFrom('post', 'post', 'hide', 'close', 'open', 'turn', 'beat');
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 60 }), fc.constantFrom(2, 10_000), async (moves, capacity) => {
        const own = await World.open({ capacity });
        const taken = new RecordingSink();
        const following = own.reader.follow(at(0), await own.viewer(), taken);
        const expected = [1, 2];
        for (const now of moves) {
          if (now === 'post') expected.push((await own.posts(1))[0]!.event.seq);
          if (now === 'hide') await own.hidden(1);
          if (now === 'close') taken.open = false;
          if (now === 'open') taken.open = true;
          if (now === 'open') following.resume();
          if (now === 'turn') await soon();
          if (now === 'beat') following.heartbeat(own.reader.epoch);
        }
        taken.open = true;
        following.resume();
        await eventually(() => expect(taken.seqs).toEqual(expected));
        expect(continuous(taken.frames)).toBe(true);
        following.stop();
      }),
      seeded(60),
    );
  });
});

/** Each frame begins where the one before it ended. */
function continuous(frames: readonly Frame[]): boolean {
  return frames.every(({ prev, next }, i) => parseCursor(prev).seq <= parseCursor(next).seq && (i === 0 || prev === frames[i - 1]!.next));
}
