import { deepEqual, equal } from 'node:assert/strict';
import { PATHS } from '@fourways/chat-core';
import { modes } from '../modes/modes.mjs';
import { expectProblem } from '../problem.mjs';
import { takeThrough } from '../take.mjs';

async function tellsNothing(mode, { ada, eve, room, eves }) {
  const { cursor } = await eve.snapshot();
  await ada.say(room, 'not for Eve');
  const own = await eve.say(eves, 'for Eve alone');
  const frames = await takeThrough(mode.frames(eve, cursor), ({ events }) => events.some(({ id }) => id === own.id), 'her own text');
  deepEqual(frames.flatMap(({ events }) => events).filter(({ roomId }) => roomId === room), []);
}

async function isNotThere({ ada, eve, room }) {
  const { rooms } = await eve.snapshot();
  equal(rooms.some((view) => view.room.id === room), false, 'it is in the snapshot');
  equal((await eve.get(PATHS.rooms)).body.some((summary) => summary.room.id === room), false, 'it is in the list of rooms');
  expectProblem(await eve.history(room), 'room_not_found');
  expectProblem(await eve.post(room, 'let me in'), 'room_not_found');
  expectProblem(await eve.request('POST', `${PATHS.rooms}/${room}/join`), 'room_not_found');
  equal((await ada.history(room)).status, 200);
}

export const visibilityRules = [
  { id: 'R4', what: 'a private room of others is nowhere to be found, read, written or joined', check: isNotThere },
  ...modes.map((mode) => ({ id: 'R4', mode: mode.name, what: 'nothing of a private room of others is read', check: (world) => tellsNothing(mode, world) })),
];
