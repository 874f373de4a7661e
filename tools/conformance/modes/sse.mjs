import { deepEqual, equal } from 'node:assert/strict';
import { Bye, Frame, Gap, PATHS, SSE_STOP_IDS } from '@fourways/chat-core';
import { shaped } from '../shape.mjs';
import { sseMessages } from '../sse-reader.mjs';
import { takeMessage } from '../take.mjs';

async function open(guest, query, headers) {
  const response = await guest.fetch(`${PATHS.sse}?${new URLSearchParams(query)}`, { headers });
  return { response, messages: response.body && sseMessages(response.body) };
}

/** The stream says goodbye with the code and the stop sign, and ends. */
async function expectBye(messages, code) {
  const { id, data } = await takeMessage(messages, 'bye');
  deepEqual([shaped(Bye, data, 'the bye').code, id], [code, SSE_STOP_IDS.stop]);
  equal((await messages.next()).done, true, 'the stream goes on after bye');
}

export const sse = {
  name: 'sse',
  open,

  async *frames(guest, cursor) {
    const { messages } = await open(guest, { cursor });
    for await (const { event, id, data } of messages) {
      if (event !== 'frame' && event !== 'hb') continue;
      equal(id, shaped(Frame, data, 'the frame').next, 'the id of a message is not the cursor of its frame');
      yield data;
    }
  },

  async expectGap(guest, cursor, reason) {
    const { messages } = await open(guest, { cursor });
    const { id, data } = await takeMessage(messages, 'gap');
    deepEqual([shaped(Gap, data, 'the gap').reason, id], [reason, SSE_STOP_IDS.gap]);
    equal((await messages.next()).done, true, 'the stream goes on after gap');
  },

  async expectMalformed(guest, query) {
    const { response, messages } = await open(guest, query);
    equal(response.status, 200);
    await expectBye(messages, 4505);
  },

  async expectNoSession(guest, cursor) {
    const { response, messages } = await open(guest, { cursor });
    equal(response.status, 200);
    await expectBye(messages, 4401);
  },

  async expectSuperseded(guest, conn) {
    const { cursor } = await guest.snapshot();
    const older = await open(guest, { cursor, conn });
    await takeMessage(older.messages, 'hello');
    const newer = await open(guest, { cursor, conn });
    await expectBye(older.messages, 4109);
    await takeMessage(newer.messages, 'hello');
  },

  /** The bye with which the server ends a stream by itself. */
  async lastWords(guest) {
    const { messages } = await open(guest, { cursor: (await guest.snapshot()).cursor });
    return (await takeMessage(messages, 'bye')).data;
  },

  async expectSignedOut(guest) {
    const { messages } = await open(guest, { cursor: (await guest.snapshot()).cursor });
    await takeMessage(messages, 'hello');
    await guest.signOut();
    await expectBye(messages, 4500);
  },
};
