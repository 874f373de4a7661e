import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCursor } from './cursor.js';
import type { ChatEvent } from './event.js';
import type { Message } from './message.js';
import type { HistoryPage, RoomView, Snapshot } from './snapshot.js';
import { created, Scene, seeded, type Step, testId } from './testing/index.js';
import { applyEvents, applyHistory, type Timeline, timelineFrom } from './timeline.js';
import { Viewer } from './viewer.js';

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 2 }),
  act: fc.constantFrom('join', 'leave', 'post', 'post', 'post', 'edit', 'remove'),
  which: fc.nat({ max: 20 }),
});
const steps = fc.array(step, { maxLength: 60 });

/** Shuffles by sorting along numbers that fast-check invents, so that a failure shrinks towards the given order. */
function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items.map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i })).sort((a, b) => a.key - b.key || a.i - b.i).map(({ item }) => item);
}
const keys = fc.array(fc.nat(), { minLength: 1, maxLength: 100 });

/** What the first person of a scene may see of it. */
function seenByMe({ people, records, room }: Scene, after = 0): ChatEvent[] {
  const viewer = new Viewer(people[0]!.id);
  for (const { event } of records) {
    if (event.type === 'member.joined' && event.data.user.id === viewer.userId) viewer.join(room, event.seq);
    if (event.type === 'member.left' && event.data.userId === viewer.userId) viewer.leave(room, event.seq);
  }
  return records.filter((record) => viewer.sees(record) && record.event.seq > after).map(({ event }) => event);
}

/** The room's messages as the server's tables have them at `head`. */
function tableAt({ events }: Scene, head: number): Message[] {
  const messages = new Map<string, Message>();
  for (const event of events) {
    if (event.seq > head) break;
    if (event.type === 'message.posted') {
      const { roomId, roomSeq, seq, clientMsgId, ts, data } = event;
      messages.set(data.messageId, { id: data.messageId, roomId, roomSeq, seq, updatedSeq: seq, author: data.author, clientMsgId, body: data.body, ts });
    } else if (event.type === 'message.edited') {
      Object.assign(messages.get(event.data.messageId)!, { body: event.data.body, editedTs: event.ts, updatedSeq: event.seq });
    } else if (event.type === 'message.removed') {
      const { editedTs: _, ...message } = messages.get(event.data.messageId)!;
      messages.set(message.id, { ...message, body: '', removed: true, updatedSeq: event.seq });
    }
  }
  return [...messages.values()];
}

function snapshotOf(scene: Scene, head: number, newest = 50): Snapshot {
  const past = scene.events.filter(({ seq }) => seq <= head);
  const me = scene.people[0]!;
  const moves = past.filter((event) => event.type === 'member.joined' || event.type === 'member.left');
  const mine = moves.filter((event) => (event.type === 'member.joined' ? event.data.user.id : event.data.userId) === me.id);
  const joined = mine.at(-1)?.type === 'member.joined';
  const table = joined ? tableAt(scene, head) : [];
  const first = scene.events[0]!;
  const view: RoomView = {
    room: first.type === 'room.created' ? first.data.room : never(),
    ...{ joined, memberCount: moves.at(-1)?.data.memberCount ?? 0, updatedSeq: head },
    roomSeq: joined ? past.filter((event) => 'roomSeq' in event).length : 0,
    messages: table.slice(-newest),
    hasOlder: table.length > newest,
  };
  return { cursor: formatCursor('memory00', head), me, rooms: head > 0 ? [view] : [], eph: { n: 0, typing: [], presence: [] }, hello: {} as Snapshot['hello'] };
}

function never(): never {
  throw new Error('A scene begins with its room');
}

function pageBefore(scene: Scene, before: number, head: number, limit: number): HistoryPage {
  const older = tableAt(scene, head).filter(({ roomSeq }) => roomSeq < before);
  return { messages: older.slice(-limit), hasMore: older.length > limit, cursor: formatCursor('memory00', head) };
}

function withHistory(timeline: Timeline, scene: Scene, limit = 3): Timeline {
  for (let now = timeline; ; ) {
    const before = now.rooms.get(scene.room)?.loadedFrom ?? 0;
    if (before === 0) return now;
    now = applyHistory(now, scene.room, before, pageBefore(scene, before, scene.head, limit));
  }
}

const known = (scene: Scene) => timelineFrom({ ...snapshotOf(scene, 1), me: scene.people[0]! });

describe('timeline', () => {
  it('[F1] within a known room, any order of the same events gives the same state', () => {
    fc.assert(
      fc.property(steps, keys, (script, order) => {
        const scene = Scene.of(script);
        const events = seenByMe(scene, 1);
        const inOrder = applyEvents(known(scene), events);
        const anyhow = applyEvents(known(scene), shuffled(events, order));
        expect(anyhow.rooms).toEqual(inOrder.rooms);
        expect(withHistory(anyhow, scene).rooms).toEqual(withHistory(inOrder, scene).rooms);
      }),
      seeded(500),
    );
  });

  it('[F2] events that come again, whenever, change nothing', () => {
    fc.assert(
      fc.property(steps, keys, (script, order) => {
        const scene = Scene.of(script);
        const events = seenByMe(scene);
        const once = applyEvents(known(scene), events);
        expect(applyEvents(known(scene), shuffled([...events, ...events], order)).rooms).toEqual(once.rooms);
        for (const event of shuffled(events, order)) expect(applyEvents(once, [event]).rooms).toBe(once.rooms);
      }),
      seeded(300),
    );
  });

  it('[F3] a snapshot, pages of history and a stream give the state of the tables, however they overlap', () => {
    const overlap = fc.record({ snapshotAt: fc.nat(), streamFrom: fc.nat(), pagesAt: fc.array(fc.record({ afterEvents: fc.nat({ max: 60 }), head: fc.nat(), limit: fc.integer({ min: 1, max: 5 }) }), { maxLength: 4 }) });
    fc.assert(
      fc.property(steps, overlap, keys, (script, { snapshotAt, streamFrom, pagesAt }, order) => {
        const scene = Scene.of(script);
        scene.join(scene.people[0]!);
        const head = 1 + (snapshotAt % scene.head);
        const events = shuffled(seenByMe(scene, streamFrom % (head + 1)), order);
        let timeline = timelineFrom(snapshotOf(scene, head, 4));
        events.forEach((event, i) => {
          timeline = applyEvents(timeline, [event]);
          for (const page of pagesAt.filter(({ afterEvents }) => afterEvents === i)) {
            const before = timeline.rooms.get(scene.room)!.loadedFrom;
            if (before === 0 || !timeline.rooms.get(scene.room)!.joined) continue;
            const asOf = Math.max(head, events.slice(0, i + 1).reduce((most, { seq }) => Math.max(most, seq), 0), page.head % (scene.head + 1));
            timeline = applyHistory(timeline, scene.room, before, pageBefore(scene, before, asOf, page.limit));
          }
        });
        const room = withHistory(timeline, scene).rooms.get(scene.room)!;
        expect(room.messages).toEqual(tableAt(scene, scene.head));
        expect(room).toMatchObject({ joined: true, memberCount: snapshotOf(scene, scene.head).rooms[0]!.memberCount, roomSeq: snapshotOf(scene, scene.head).rooms[0]!.roomSeq });
      }),
      seeded(500),
    );
  });

  it('[F3] a message that changed before its page of history came shows the change', () => {
    const scene = new Scene();
    const [ada] = scene.people;
    scene.join(ada!);
    const old = scene.post(ada!);
    for (let i = 0; i < 5; i++) scene.post(ada!);
    const page = pageBefore(scene, 4, scene.head, 10);
    const start = timelineFrom(snapshotOf(scene, scene.head, 4));
    scene.play({ who: 0, act: 'remove', which: 0 });
    const changed = applyEvents(start, [scene.events.at(-1)!]);
    expect(changed.rooms.get(scene.room)!.messages).toBe(start.rooms.get(scene.room)!.messages);
    const loaded = applyHistory(changed, scene.room, changed.rooms.get(scene.room)!.loadedFrom, page);
    expect(loaded.rooms.get(scene.room)!.messages.find(({ id }) => id === old.id)).toMatchObject({ body: '', removed: true });
    expect(loaded.changes.size).toBe(0);
  });

  it('[F1] a tombstone is the same whether or not the message had been edited before', () => {
    const scene = new Scene();
    const [ada] = scene.people;
    scene.join(ada!);
    scene.post(ada!);
    scene.play({ who: 0, act: 'edit', which: 0 });
    scene.play({ who: 0, act: 'remove', which: 0 });
    const { messages } = applyEvents(known(scene), scene.events).rooms.get(scene.room)!;
    expect(messages[0]).toMatchObject({ body: '', removed: true });
    expect(messages[0]).not.toHaveProperty('editedTs');
  });

  it('a page that was asked for before a re-join no longer fits and is left out', () => {
    const scene = new Scene();
    const [ada, bob] = scene.people;
    scene.join(ada!);
    for (let i = 0; i < 6; i++) scene.post(ada!);
    const start = timelineFrom(snapshotOf(scene, scene.head, 2));
    const before = start.rooms.get(scene.room)!.loadedFrom;
    const page = pageBefore(scene, before, scene.head, 10);
    scene.join(bob!);
    scene.leave(ada!);
    scene.post(bob!);
    const back = scene.join(ada!);
    const now = applyEvents(start, seenByMe(scene, 8));
    expect(applyHistory(now, scene.room, before, page)).toBe(now);
    expect(applyHistory(now, testId(), before, page)).toBe(now);
    expect(now.rooms.get(scene.room)).toMatchObject({ joined: true, messages: [], loadedFrom: 'roomSeq' in back ? back.roomSeq : -1 });
  });

  it('the window begins anew with a re-join, so that what was said meanwhile is no unseen hole', () => {
    const scene = new Scene();
    const [ada, bob] = scene.people;
    for (const user of [ada!, bob!]) scene.join(user);
    scene.post(bob!, 'heard');
    scene.leave(ada!);
    scene.post(bob!, 'said behind her back');
    scene.join(ada!);
    scene.post(bob!, 'welcome back');
    const now = applyEvents(known(scene), seenByMe(scene));
    expect(now.rooms.get(scene.room)!.messages.map(({ body }) => body)).toEqual(['welcome back']);
    expect(withHistory(now, scene).rooms.get(scene.room)!.messages.map(({ body }) => body)).toEqual(['heard', 'said behind her back', 'welcome back']);
  });

  it('a room that is not known yet comes to be known by its creation or by joining it', () => {
    const scene = new Scene();
    const empty: Timeline = { me: scene.people[0]!, rooms: new Map(), changes: new Map() };
    scene.join(scene.people[0]!);
    const [creation, arrival] = scene.events;
    expect(applyEvents(empty, [creation!]).rooms.get(scene.room)).toMatchObject({ joined: false, memberCount: 1 });
    const bothWays = [applyEvents(empty, [creation!, arrival!]), applyEvents(empty, [arrival!, creation!]), applyEvents(empty, [arrival!])];
    for (const { rooms } of bothWays) expect(rooms.get(scene.room)).toMatchObject({ joined: true, memberCount: 1, loadedFrom: 0, roomSeq: 1 });
  });

  it('what did not change keeps its identity', () => {
    const scene = new Scene();
    const [ada] = scene.people;
    scene.join(ada!);
    scene.post(ada!);
    scene.post(ada!);
    const other = new Scene();
    const two = { ...snapshotOf(scene, scene.head), rooms: [snapshotOf(scene, scene.head).rooms[0]!, snapshotOf(other, 1).rooms[0]!] };
    const before = timelineFrom(two);
    scene.play({ who: 0, act: 'edit', which: 1 });
    const after = applyEvents(before, [scene.events.at(-1)!]);
    expect(after.rooms.get(other.room)).toBe(before.rooms.get(other.room));
    const [first, second] = after.rooms.get(scene.room)!.messages;
    expect(first).toBe(before.rooms.get(scene.room)!.messages[0]);
    expect(second).not.toBe(before.rooms.get(scene.room)!.messages[1]);
    expect(before.rooms.get(scene.room)!.messages[1]!.body).toBe('post 3');
    expect(applyEvents(after, [scene.events.at(-1)!, scene.events[0]!])).toBe(after);
    expect(applyEvents(after, [])).toBe(after);
    expect(applyEvents(after, [{ ...created(other.room).event, seq: 99 } as ChatEvent])).toBe(after);
  });
});
