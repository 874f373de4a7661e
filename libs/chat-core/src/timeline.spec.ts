import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCursor } from './cursor-parts.js';
import type { ChatEvent, EventOf } from './event.js';
import type { Message } from './message.js';
import type { ReadMark } from './reading.js';
import { mentionsIn, preferenceFor, unreadIn } from './room-timeline.js';
import type { HistoryPage, Receipt, RoomView, Snapshot } from './snapshot.js';
import { ACTS, created, Scene, seeded, type Step, testId } from './testing/index.js';
import { applyEvents, applyHistory, keepNewest, type Timeline, timelineFrom } from './timeline.js';
import { Viewer } from './viewer.js';

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 2 }),
  act: fc.constantFrom(...ACTS, 'post', 'post'),
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
  for (const event of events.slice(0, head)) {
    if (event.type === 'message.posted') {
      const { roomId, roomSeq, seq, clientMsgId, ts, data } = event;
      const { messageId: id, ...said } = data;
      messages.set(id, { id, roomId, roomSeq, seq, updatedSeq: seq, clientMsgId, ts, ...said });
    } else if (event.type === 'message.edited') {
      const { mentions: _, ...message } = messages.get(event.data.messageId)!;
      messages.set(message.id, { ...message, body: event.data.body, editedTs: event.ts, updatedSeq: event.seq });
    } else if (event.type === 'message.removed') {
      const { editedTs: _e, mentions: _m, reactions: _r, ...message } = messages.get(event.data.messageId)!;
      messages.set(message.id, { ...message, body: '', removed: true, updatedSeq: event.seq });
    } else if (event.type === 'message.reacted') {
      const { messageId, ...reaction } = event.data;
      const message = messages.get(messageId)!;
      messages.set(messageId, { ...message, reactions: [{ ...reaction, seq: event.seq }] });
    }
  }
  return [...messages.values()];
}

/** How far the first person has read at `head`, counted from the messages themselves. */
function readAt(scene: Scene, head: number): ReadMark {
  const me = scene.people[0]!.id;
  let number = 0;
  for (const event of scene.events.slice(0, head)) {
    if (event.type === 'member.joined' && event.data.user.id === me) number = event.data.lastNumber;
    if (event.type === 'message.posted' && event.data.author.id === me) ({ number } = event.data);
    if (event.type === 'read.moved' && event.data.user.id === me) ({ number } = event.data);
    if (event.type === 'read.reset' && event.actor === me) ({ number } = event.data);
  }
  const called = new Set(scene.events.slice(0, head).flatMap((event) => (event.type === 'message.posted' && event.data.mentions?.room ? [event.id] : [])));
  const after = tableAt(scene, head).filter((message) => message.number > number);
  const mentions = after.filter(({ id, author, removed }) => called.has(id) && author.id !== me && !removed);
  return { number, ownAfter: after.filter(({ author }) => author.id === me).length, mentions: mentions.map(({ id: messageId, number: at }) => ({ messageId, number: at })) };
}

/** The newest of what the first person may see of one type. */
function newestAt<T extends ChatEvent['type']>(scene: Scene, head: number, type: T): EventOf<T> | undefined {
  return seenByMe(scene).findLast((event) => event.seq <= head && event.type === type) as EventOf<T> | undefined;
}

function receiptsAt(scene: Scene, head: number): Receipt[] {
  const receipts = new Map<string, Receipt>();
  for (const event of seenByMe(scene)) {
    if (event.seq > head || event.type !== 'read.moved' || event.roomSeq === undefined) continue;
    const { user, number } = event.data;
    receipts.set(user.id, { user, number: Math.max(number, receipts.get(user.id)?.number ?? 0) });
  }
  return [...receipts.values()];
}

function snapshotOf(scene: Scene, head: number, newest = 50): Snapshot {
  const past = scene.events.filter(({ seq }) => seq <= head);
  const me = scene.people[0]!;
  const moves = past.filter((event) => event.type === 'member.joined' || event.type === 'member.left');
  const mine = moves.filter((event) => (event.type === 'member.joined' ? event.data.user.id : event.data.userId) === me.id);
  const joined = mine.at(-1)?.type === 'member.joined';
  const table = joined ? tableAt(scene, head) : [];
  const first = scene.events[0]!;
  const preferred = newestAt(scene, head, 'room.preferred');
  const arrived = mine.findLast(({ type }) => type === 'member.joined');
  const view: RoomView = {
    room: newestAt(scene, head, 'room.changed')?.data.room ?? (first.type === 'room.created' ? first.data.room : never()),
    ...{ joined, memberCount: moves.at(-1)?.data.memberCount ?? 0, updatedSeq: head },
    roomSeq: joined ? past.filter((event) => 'roomSeq' in event).length : 0,
    messages: table.slice(-newest),
    hasOlder: table.length > newest,
    lastNumber: table.at(-1)?.number ?? 0,
    read: readAt(scene, head),
    preference: preferred && preferred.seq > (arrived?.seq ?? 0) ? preferred.data : preferenceFor('public'),
    receipts: receiptsAt(scene, head),
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
  it('[F1][ux E5] within a known room, any order of the same events gives the same state', () => {
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
        const { room: itself, memberCount, roomSeq, lastNumber, read, preference } = snapshotOf(scene, scene.head).rooms[0]!;
        expect(room).toMatchObject({ joined: true, room: itself, memberCount, roomSeq, lastNumber, read, preference });
      }),
      seeded(500),
    );
  });

  it('[F4] what was let go of, whenever, comes back with its pages of history as if it had stayed', () => {
    const forgetting = fc.array(fc.option(fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(steps, forgetting, keys, (script, counts, order) => {
        const scene = Scene.of(script);
        scene.join(scene.people[0]!);
        const start = timelineFrom({ ...snapshotOf(scene, 1), me: scene.people[0]! });
        const events = seenByMe(scene, 1);
        let timeline = start;
        shuffled(events, order).forEach((event, i) => {
          timeline = applyEvents(timeline, [event]);
          const count = counts[i % counts.length];
          if (count) timeline = keepNewest(timeline, scene.room, count);
        });
        const room = withHistory(timeline, scene).rooms.get(scene.room)!;
        expect(room.messages).toEqual(tableAt(scene, scene.head));
        const { messages: _, loadedFrom: __, ...rest } = withHistory(applyEvents(start, events), scene).rooms.get(scene.room)!;
        expect(room).toMatchObject(rest);
      }),
      seeded(500),
    );
  });

  it('[F3][ux C4][ux C5] unread is what others have said since one last read, however the events arrive; mentions are counted apart', () => {
    fc.assert(
      fc.property(steps, fc.nat(), keys, (script, from, order) => {
        const scene = Scene.of(script);
        scene.join(scene.people[0]!);
        const head = 1 + (from % scene.head);
        const room = applyEvents(timelineFrom(snapshotOf(scene, head)), shuffled(seenByMe(scene, head - 5), order)).rooms.get(scene.room)!;
        const { number, mentions } = readAt(scene, scene.head);
        const unread = tableAt(scene, scene.head).filter((message) => message.number > number && message.author.id !== scene.people[0]!.id);
        expect([unreadIn(room), mentionsIn(room)]).toEqual([unread.length, mentions.length]);
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
