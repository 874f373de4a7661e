import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Hello, SSE_STOP_IDS } from '@fourways/chat-core';
import { sse } from '../modes/sse.mjs';
import { shaped } from '../shape.mjs';
import { takeMessage } from '../take.mjs';

const AT_ONCE_MS = 2_000;

async function beginsAtOnce({ ada }) {
  const { cursor } = await ada.snapshot();
  const since = performance.now();
  const { response, messages } = await sse.open(ada, { cursor, conn: 'mine' });
  const first = (await messages.next()).value;
  const { id, data } = first.event === 'hello' ? first : await takeMessage(messages, 'hello');
  ok(performance.now() - since < AT_ONCE_MS, `hello came after more than ${AT_ONCE_MS} ms`);
  match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  match(first.retry ?? '', /^\d+$/, 'there is no retry: at the beginning');
  const { connId, mode } = shaped(Hello, data, 'hello');
  deepEqual([id, connId, mode], [cursor, 'mine', 'sse']);
}

async function lastIdWins({ ada, bob, room }) {
  const { cursor } = await ada.snapshot();
  await bob.say(room, 'seen');
  const { messages } = await sse.open(ada, { cursor });
  const { id } = await takeMessage(messages, 'frame');
  const said = await bob.say(room, 'not seen');
  const resumed = await sse.open(ada, { cursor }, { 'Last-Event-ID': id });
  const { data } = await takeMessage(resumed.messages, 'frame');
  deepEqual([data.prev, data.events.filter(({ roomId }) => roomId === room)], [id, [said]]);
}

async function staysAway(sign, { ada }) {
  const { response } = await sse.open(ada, { cursor: (await ada.snapshot()).cursor }, { 'Last-Event-ID': sign });
  equal(response.status, 204);
}

export const sseRules = [
  { id: 'M3', mode: 'sse', what: 'headers, retry: and hello come at once', check: beginsAtOnce },
  { id: 'M3', mode: 'sse', what: 'each id is the frame’s cursor, and Last-Event-ID wins over the query', check: lastIdWins },
  ...Object.values(SSE_STOP_IDS).map((sign) => ({ id: 'M3', mode: 'sse', what: `a reconnect with ${sign} is told to stop with 204`, check: (world) => staysAway(sign, world) })),
];
