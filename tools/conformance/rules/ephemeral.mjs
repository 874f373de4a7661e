import { equal } from 'node:assert/strict';
import { modes } from '../modes/modes.mjs';
import { take } from '../take.mjs';

async function showsTyping(mode, { ada, bob, room }) {
  const entryIn = ({ eph }) => eph?.typing.find((one) => one.user.id === bob.user.id && one.roomId === room);
  const frames = mode.frames(ada, (await ada.snapshot()).cursor);
  equal((await bob.typing(room, true)).status, 204);
  await take(frames, (frame) => entryIn(frame)?.ttlMs > 0, 'the typing');
  equal((await bob.typing(room, false)).status, 204);
  await take(frames, (frame) => entryIn(frame)?.ttlMs === 0 || (frame.eph?.full && !entryIn(frame)), 'the end of the typing');
  await frames.return();
}

export const ephemeralRules = modes.map((mode) => ({
  id: 'E1',
  mode: mode.name,
  what: 'shows that someone types, and that she has stopped',
  check: (world) => showsTyping(mode, world),
}));
