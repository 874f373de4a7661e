import { deepEqual, equal } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Ack } from '@fourways/chat-core';
import { websocket } from '../modes/websocket.mjs';
import { expectProblem } from '../problem.mjs';
import { shaped } from '../shape.mjs';

async function sameAgain({ ada, room }) {
  const id = randomUUID();
  const [first, again] = [await ada.post(room, 'once', id), await ada.post(room, 'once', id)];
  deepEqual([first.status, again.status], [201, 200]);
  deepEqual([shaped(Ack, first.body, 'the answer').duplicate, again.body.duplicate], [undefined, true]);
  deepEqual(again.body.event, first.body.event);
}

async function somethingElse({ ada, room }) {
  const id = randomUUID();
  await ada.post(room, 'once', id);
  expectProblem(await ada.post(room, 'twice', id), 'idempotency_mismatch');
}

async function overSocket({ ada, room }) {
  const { reader } = await websocket.greeted(ada, { cursor: (await ada.snapshot()).cursor });
  const clientMsgId = randomUUID();
  const post = (body) => reader.command('message.post', { roomId: room, clientMsgId, body });
  const [first, again, other] = [await post('once'), await post('once'), await post('twice')];
  equal(shaped(Ack, first.result, 'the acknowledgement').event.clientMsgId, clientMsgId);
  deepEqual([again.ok, again.result.duplicate, again.result.event], [true, true, first.result.event]);
  deepEqual([other.ok, other.problem.status, other.problem.code], [false, 409, 'idempotency_mismatch']);
  const overHttp = await ada.post(room, 'once', clientMsgId);
  deepEqual([overHttp.status, overHttp.body.event], [200, first.result.event]);
}

async function onlyTheAuthor({ ada, bob, room }) {
  const event = await ada.say(room, 'mine');
  expectProblem(await bob.edit(event, 'his'), 'forbidden');
  expectProblem(await bob.remove(event), 'forbidden');
  const edited = await ada.edit(event, 'mine, better');
  deepEqual([edited.status, edited.body.event.type], [200, 'message.edited']);
}

async function tombstone({ ada, bob, room }) {
  const event = await ada.say(room, 'a secret');
  equal((await ada.remove(event)).status, 200);
  const message = (await bob.history(room)).body.messages.find(({ id }) => id === event.data.messageId);
  deepEqual([message?.body, message?.removed], ['', true]);
  expectProblem(await ada.edit(event, 'back'), 'message_removed');
}

export const writingRules = [
  { id: 'W3', what: 'a repeat is answered with 200, duplicate and the first answer', check: sameAgain },
  { id: 'W3', what: 'other content under the same clientMsgId is refused with 409', check: somethingElse },
  { id: 'W3', mode: 'websocket', what: 'both over the socket, and a repeat over the other wire', check: overSocket },
  { id: 'W6', what: 'only the author may edit or remove', check: onlyTheAuthor },
  { id: 'W6', what: 'a removed message stays as a tombstone without its text', check: tombstone },
];
