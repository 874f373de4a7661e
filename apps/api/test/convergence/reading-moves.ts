import type { Player } from './player.js';
import { attempt, joined, type Stage } from './stage.js';

/** Up to somewhere, now and then without telling the others. */
export function read(stage: Stage, player: Player): void {
  const { random } = stage;
  const room = random.pick(joined(stage, player));
  if (room && room.lastNumber > 0) player.client.markRead(room.room.id, 1 + random.below(room.lastNumber), { quiet: random.chance(0.2) });
}

export function unread(stage: Stage, player: Player): void {
  const room = stage.random.pick(joined(stage, player));
  if (room && room.lastNumber > 0) attempt(stage, player.client.markUnread(room.room.id, stage.random.below(room.lastNumber)));
}
