import { equal, ok } from 'node:assert/strict';
import { Bye, TIMING } from '@fourways/chat-core';
import { modes } from '../modes/modes.mjs';
import { shaped } from '../shape.mjs';
import { take } from '../take.mjs';

const REPLAY_EVENTS = 5_000;
const SLACK_MS = 5_000;
const streams = modes.filter(({ name }) => name === 'sse' || name === 'websocket');
const heartbeatMs = { sse: TIMING.sseHeartbeatMs * 1.1, websocket: TIMING.websocketHeartbeatMs * 1.1 };

async function beats(mode, { ada }) {
  const frames = mode.frames(ada, (await ada.snapshot()).cursor);
  const since = performance.now();
  const { events, upToDate } = await take(frames, ({ hb }) => hb, 'a heartbeat');
  await frames.return();
  equal(events.length, 0);
  ok(upToDate);
  ok(performance.now() - since < heartbeatMs[mode.name] + SLACK_MS, 'the heartbeat came too late');
}

async function isTooFar(mode, { ada, bob, eve, room, eves }) {
  const { cursor } = await ada.snapshot();
  const share = Math.ceil((REPLAY_EVENTS + 1) / 3);
  const talk = async (guest, where) => {
    for (let i = 0; i < share; i++) await guest.say(where, `far ${i}`);
  };
  await Promise.all([talk(ada, room), talk(bob, room), talk(eve, eves)]);
  await mode.expectGap(ada, cursor, 'too_far');
}

async function recycles(mode, { ada }) {
  const since = performance.now();
  const { code, retry } = shaped(Bye, await mode.lastWords(ada), 'the bye');
  const livedMs = performance.now() - since;
  equal(`${code} ${retry}`, '4102 now');
  ok(livedMs > TIMING.recycleMinMs - SLACK_MS && livedMs < TIMING.recycleMaxMs + SLACK_MS, `it lived ${Math.round(livedMs / 1_000)} s`);
}

/** They take minutes: asked for with --long. */
export const timedRules = [
  ...streams.map((mode) => ({ id: 'C4', mode: mode.name, what: 'an idle stream gets a heartbeat in time', limitMs: 60_000, check: (world) => beats(mode, world) })),
  { id: 'C3', mode: 'poll', what: 'gap "too_far" more than 5 000 events behind', limitMs: 600_000, check: (world) => isTooFar(modes.find(({ name }) => name === 'poll'), world) },
  ...streams.map((mode) => ({ id: 'M5', mode: mode.name, what: 'is recycled after 8 to 10 minutes', limitMs: 660_000, check: (world) => recycles(mode, world) })),
].map((rule) => ({ ...rule, long: true }));
