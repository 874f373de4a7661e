import { deepEqual, ok } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { HEADERS } from '@fourways/chat-core';
import { expectProblem } from '../problem.mjs';
import { requestMode } from './request.mjs';

const HELD_MS = 150;
const AT_ONCE_MS = 2_000;
const mode = requestMode('long-poll', { restMs: 0, wait: '5' });

/** A request that has nothing to bring, and is therefore held. */
async function hold(guest, conn) {
  const { cursor, eph } = await guest.snapshot();
  const query = { cursor, eph: eph.n, conn };
  const answer = mode.ask(guest, { ...query, wait: '10' });
  await Promise.race([answer, pause(HELD_MS)]);
  return { query, answer };
}

export const longPoll = {
  ...mode,
  hold,

  async expectSuperseded(guest, conn) {
    const { query, answer } = await hold(guest, conn);
    await mode.ask(guest, { ...query, wait: '0' });
    const { status, headers } = await answer;
    deepEqual([status, headers.get(HEADERS.code)], [204, '4109']);
  },

  /** What was there to be told at that moment may still be told. */
  async expectSignedOut(guest) {
    const { answer, query } = await hold(guest, 'signing-out');
    await guest.signOut();
    const since = performance.now();
    const last = await answer;
    ok(performance.now() - since < AT_ONCE_MS, 'the request was held on after signing out');
    if (last.status !== 200) expectProblem(last, 'no_session');
    expectProblem(await mode.ask(guest, query), 'no_session');
  },
};
