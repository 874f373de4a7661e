import { deepEqual } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { LIMITS, PATHS } from '@fourways/chat-core';
import { websocket } from '../modes/websocket.mjs';
import { expectProblem } from '../problem.mjs';

const messagesOf = (room) => `${PATHS.rooms}/${room}/messages`;
const posting = (change, options) => ({ room }) => ['POST', messagesOf(room), { body: { clientMsgId: randomUUID(), body: 'x', ...change }, ...options }];

/** What is asked, the code of the answer, and the place in the input that it names. */
const table = [
  ['an unknown route', () => ['GET', '/api/conformance'], 'route_not_found'],
  ['a method that the route does not have', () => ['PUT', PATHS.rooms], 'method_not_allowed'],
  ['malformed JSON', ({ room }) => ['POST', messagesOf(room), { body: '{"body":' }], 'bad_json'],
  ['text in place of JSON', posting({}, { headers: { 'Content-Type': 'text/plain' } }), 'unsupported_media_type'],
  ['a body over 64 KiB', posting({ body: 'x'.repeat(LIMITS.requestBytes) }), 'payload_too_large'],
  ['an empty text', posting({ body: '' }), 'invalid', 'body'],
  ['a text that is too long', posting({ body: 'x'.repeat(LIMITS.bodyChars + 1) }), 'invalid', 'body'],
  ['a clientMsgId that is none', posting({ clientMsgId: '1' }), 'invalid', 'clientMsgId'],
  ['a room that does not exist', () => posting({})({ room: randomUUID() }), 'room_not_found'],
  ['a message that does not exist', ({ room }) => ['DELETE', `${messagesOf(room)}/${randomUUID()}`], 'message_not_found'],
  ['signing in again', () => ['POST', PATHS.session, { body: { name: 'Eve' } }], 'already_signed_in'],
];

async function refuses(ask, code, place, world) {
  const answer = await world.ada.request(...ask(world));
  expectProblem(answer, code);
  if (place) deepEqual(answer.body.issues?.map(({ path }) => path), [place]);
}

async function refusesCommand({ ada, room }) {
  const { reader } = await websocket.greeted(ada, { cursor: (await ada.snapshot()).cursor });
  const empty = await reader.command('message.post', { roomId: room, clientMsgId: randomUUID(), body: '' });
  const unknown = await reader.command('room.destroy', { roomId: room });
  deepEqual([empty, unknown].map(({ ok, problem }) => [ok, problem?.status, problem?.code]), [
    [false, 422, 'invalid'],
    [false, 422, 'invalid'],
  ]);
}

export const refusalRules = [
  ...table.map(([what, ask, code, place]) => ({ id: 'X1', what: `problem ${code}: ${what}`, check: (world) => refuses(ask, code, place, world) })),
  { id: 'X1', mode: 'websocket', what: 'a bad command is acknowledged with the problem', check: refusesCommand },
];
