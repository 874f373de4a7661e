import { deepEqual, equal } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Frame, Gap, PATHS } from '@fourways/chat-core';
import { expectProblem } from '../problem.mjs';
import { shaped } from '../shape.mjs';

/** What the two modes have in common whose reading is the answer to a request. `restMs` lies between two requests. */
export function requestMode(name, { restMs, wait }) {
  const ask = (guest, query, headers) => guest.get(`${PATHS[name]}?${new URLSearchParams(query)}`, headers);

  async function* frames(guest, cursor) {
    const query = { cursor, ...(wait && { wait }) };
    for (;;) {
      const { status, body } = await ask(guest, query);
      equal(status, 200, `a reading was answered with ${status}`);
      yield shaped(Frame, body, 'the frame');
      query.cursor = body.next;
      if (body.eph) query.eph = body.eph.n;
      if (body.upToDate) await pause(restMs);
    }
  }

  async function expectGap(guest, cursor, reason) {
    const { status, body } = await ask(guest, { cursor });
    deepEqual([status, body.gap?.reason], [410, reason]);
    shaped(Gap, body.gap, 'the gap');
  }

  const expectMalformed = async (guest, query) => expectProblem(await ask(guest, query), 'bad_cursor');
  const expectNoSession = async (guest, cursor) => expectProblem(await ask(guest, { cursor }), 'no_session');

  return { name, ask, frames, expectGap, expectMalformed, expectNoSession };
}
