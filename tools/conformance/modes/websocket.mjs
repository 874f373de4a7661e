import { equal } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Bye, Frame, Gap, Hello } from '@fourways/chat-core';
import { shaped } from '../shape.mjs';
import { SocketReader } from '../socket-reader.mjs';
import { takeMessage } from '../take.mjs';

const connect = (guest, auth) => new SocketReader(guest, { conn: randomUUID(), v: 1, ...auth });

/** A connection that has been greeted. */
async function greeted(guest, auth) {
  const reader = connect(guest, auth);
  const messages = reader.messages();
  const { data } = await takeMessage(messages, 'hello');
  equal(shaped(Hello, data, 'hello').mode, 'websocket');
  return { reader, messages };
}

async function expectBye(messages, event, code) {
  const { data } = await takeMessage(messages, event);
  equal(shaped(Bye, data, 'the bye').code, code);
  equal((await messages.next()).done, true, 'the socket goes on after bye');
}

const expectRefused = (guest, auth, code) => expectBye(connect(guest, auth).messages(), 'connect_error', code);

export const websocket = {
  name: 'websocket',
  greeted,

  async *frames(guest, cursor) {
    for await (const { event, data } of connect(guest, { cursor }).messages()) if (event === 'frame') yield shaped(Frame, data, 'the frame');
  },

  async expectGap(guest, cursor, reason) {
    const messages = connect(guest, { cursor }).messages();
    const { data } = await takeMessage(messages, 'gap');
    equal(shaped(Gap, data, 'the gap').reason, reason);
    equal((await messages.next()).done, true, 'the socket goes on after gap');
  },

  expectMalformed: (guest, query) => expectRefused(guest, query, 4505),
  expectNoSession: (guest, cursor) => expectRefused(guest, { cursor }, 4401),

  async expectSuperseded(guest, conn) {
    const { cursor } = await guest.snapshot();
    const older = await greeted(guest, { cursor, conn });
    await greeted(guest, { cursor, conn });
    await expectBye(older.messages, 'bye', 4109);
  },

  /** The bye with which the server ends a socket by itself. */
  async lastWords(guest) {
    const { messages } = await greeted(guest, { cursor: (await guest.snapshot()).cursor });
    return (await takeMessage(messages, 'bye')).data;
  },

  async expectSignedOut(guest) {
    const { messages } = await greeted(guest, { cursor: (await guest.snapshot()).cursor });
    await guest.signOut();
    await expectBye(messages, 'bye', 4500);
  },
};
