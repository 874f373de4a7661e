import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { HEADERS } from '@fourways/chat-core';
import { longPoll } from '../modes/long-poll.mjs';
import { poll } from '../modes/poll.mjs';
import { steady } from '../steady.mjs';

const HELD_MS = 800;

async function saysWhereItIs(mode, timing, { ada, bob, room }) {
  const { cursor } = await ada.snapshot();
  await bob.say(room, 'something');
  const { headers, body } = await mode.ask(ada, { cursor, wait: '0' });
  equal(headers.get('cache-control'), 'no-store');
  deepEqual([headers.get(HEADERS.cursor), headers.get(HEADERS.upToDate)], [body.next, String(body.upToDate)]);
  match(headers.get('server-timing') ?? '', timing);
}

async function saysNothingNew({ ada, bob, room }) {
  const first = await poll.ask(ada, { cursor: (await ada.snapshot()).cursor });
  const tag = first.headers.get('etag');
  ok(tag, 'there is no ETag');
  const query = { cursor: first.body.next, eph: first.body.eph?.n ?? 0 };
  const again = await poll.ask(ada, query, { 'If-None-Match': tag });
  deepEqual([again.status, again.body, again.headers.get(HEADERS.cursor)], [304, undefined, first.body.next]);
  const said = await bob.say(room, 'something new');
  const news = await poll.ask(ada, query, { 'If-None-Match': tag });
  deepEqual([news.status, news.body.events], [200, [said]]);
}

async function holdsAndBeats({ ada }) {
  const { cursor, eph } = await ada.snapshot();
  const since = performance.now();
  const { status, body } = await longPoll.ask(ada, { cursor, eph: eph.n, wait: '1' });
  ok(performance.now() - since > HELD_MS, 'the request was not held');
  deepEqual([status, body.events, body.upToDate], [200, [], true]);
  ok(Number.isInteger(body.hb?.t), 'the empty frame has no hb');
}

export const httpRules = [
  { id: 'M2', mode: 'poll', what: 'tells cursor, up-to-date and timing in headers, and is not to be stored', check: (world) => saysWhereItIs(poll, /^read;dur=/, world) },
  { id: 'M2', mode: 'long-poll', what: 'tells cursor, up-to-date and timing in headers, and is not to be stored', check: (world) => saysWhereItIs(longPoll, /^hold;dur=/, world) },
  { id: 'M2', mode: 'poll', what: 'ETag, and 304 without a body while nothing is new', check: steady(saysNothingNew) },
  { id: 'M2', mode: 'long-poll', what: 'is held, and after the wait answered with an empty frame and hb', check: steady(holdsAndBeats) },
];
