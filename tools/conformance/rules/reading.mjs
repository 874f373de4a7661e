import { deepEqual, equal, ok } from 'node:assert/strict';
import { modes } from '../modes/modes.mjs';
import { steady } from '../steady.mjs';
import { takeThrough } from '../take.mjs';

const LONG = 'x'.repeat(8_000);
/** Together they are larger than one frame may be. */
const LONG_TEXTS = 9;
const BATCH_EVENTS = 200;
const AT_ONCE_MS = 2_000;

const has = ({ id }) => (frame) => frame.events.some((event) => event.id === id);
const withoutEphemera = (frame) => ({ ...frame, eph: undefined });

async function goesOnFromSnapshot({ ada, bob, room }) {
  const before = await bob.say(room, 'before the snapshot');
  const { cursor, rooms } = await ada.snapshot();
  const after = await bob.say(room, 'after the snapshot');
  const view = rooms.find((one) => one.room.id === room);
  deepEqual([view.messages.at(-1).body, view.messages.some(({ id }) => id === after.data.messageId)], ['before the snapshot', false]);
  for (const mode of modes) {
    const events = (await takeThrough(mode.frames(ada, cursor), has(after), 'what was said after the snapshot')).flatMap((frame) => frame.events);
    deepEqual(events.filter(({ roomId }) => roomId === room), [after], `${mode.name} does not go on where the snapshot ends`);
    ok(!events.some(({ id }) => id === before.id));
  }
}

async function sameFrames({ ada, bob, room }) {
  const { cursor } = await ada.snapshot();
  for (let i = 0; i < 3; i++) await bob.say(room, `frame ${i}`);
  const [first, ...others] = modes.map(async (mode) => (await takeThrough(mode.frames(ada, cursor), ({ events }) => events.length > 0, 'news')).at(-1));
  const expected = withoutEphemera(await first);
  equal(expected.events.length, 3);
  for (const [i, other] of (await Promise.all(others)).entries()) deepEqual(withoutEphemera(other), expected, `the frames of ${modes[i + 1].name} and poll differ`);
}

/** Says more than one frame holds; from the cursor on it can be read. */
async function manyTexts(world) {
  const { cursor } = await world.ada.snapshot();
  let last;
  for (let i = 0; i < LONG_TEXTS; i++) last = await world.bob.say(world.room, LONG);
  return { cursor, last };
}

async function inOrder(mode, world) {
  const { cursor, last } = await manyTexts(world);
  const frames = await takeThrough(mode.frames(world.ada, cursor), has(last), 'the last text');
  const events = frames.flatMap((frame) => frame.events);
  const place = ({ roomSeq }) => roomSeq;
  const texts = events.filter(({ roomId }) => roomId === world.room);
  deepEqual(texts.map(place), texts.map((_, i) => texts[0].roomSeq + i), 'roomSeq has holes');
  equal(texts.length, LONG_TEXTS);
  ok(events.every(({ seq }, i) => i === 0 || seq > events[i - 1].seq), 'seq does not rise');
  deepEqual(frames.map(({ prev }) => prev), [cursor, ...frames.map(({ next }) => next)].slice(0, frames.length), 'a frame does not begin where the one before it ends');
  expectParts(frames.filter((frame) => frame.events.length > 0));
}

function expectParts(frames) {
  ok(frames.length > 1, 'more than 64 KiB came in one frame');
  ok(frames.every(({ events }) => events.length <= BATCH_EVENTS));
  deepEqual(frames.map(({ upToDate }) => upToDate), frames.map((_, i) => i === frames.length - 1), 'upToDate is not said of the last frame alone');
}

async function answersAtOnce({ ada, bob, room }) {
  const longPoll = modes.find(({ name }) => name === 'long-poll');
  const { answer, query } = await longPoll.hold(ada, 'at-once');
  const since = performance.now();
  const said = await bob.say(room, 'now');
  const { body } = await answer;
  deepEqual([query.cursor, body.events], [body.prev, [said]]);
  ok(performance.now() - since < AT_ONCE_MS, 'the answer came too long after the news');
}

async function newsArrives(mode, { ada, bob, room }) {
  const frames = mode.frames(ada, (await ada.snapshot()).cursor);
  const said = takeThrough(frames, ({ events }) => events.some(({ data }) => data.body === 'and now'), 'the news');
  const [, event] = await Promise.all([said, bob.say(room, 'and now')]);
  deepEqual((await said).flatMap(({ events }) => events).at(-1), event);
}

export const readingRules = [
  { id: 'B1', what: 'reading on from the snapshot’s cursor loses and doubles nothing', check: goesOnFromSnapshot },
  { id: 'M1', what: 'the four ways give the same frame for the same place of the log', check: steady(sameFrames) },
  ...modes.map((mode) => ({ id: 'M1', mode: mode.name, what: 'what is said while one reads arrives', check: (world) => newsArrives(mode, world) })),
  ...modes.map((mode) => ({ id: 'R1', mode: mode.name, what: 'frames follow each other, in order, until upToDate', check: (world) => inOrder(mode, world) })),
  { id: 'R2', mode: 'long-poll', what: 'a held request is answered the moment there is something', check: steady(answersAtOnce) },
];
