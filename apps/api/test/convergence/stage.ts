import { ChatError, type RoomTimeline } from '@fourways/chat-core';
import type { Seeded } from '../seeded.js';
import type { Player } from './player.js';
import type { World } from './world.js';

/** Where a schedule is played. */
export interface Stage {
  readonly players: readonly Player[];
  readonly random: Seeded;
  readonly rooms: readonly string[];
  readonly world: Pick<World, 'restart'>;
  /** What was begun and is not over: commands that have not been answered, pages that are away. */
  readonly pending: Set<Promise<unknown>>;
  /** Whose page is suspended or frozen. */
  readonly away: Set<Player>;
}

export type Move = (stage: Stage, player: Player) => Promise<unknown> | void;

/** The rooms of this schedule that the player is in; the lobby is everyone's. */
export function joined({ rooms }: Stage, { client }: Player): RoomTimeline[] {
  const { timeline } = client.getSnapshot();
  return rooms.flatMap((id) => timeline?.rooms.get(id) ?? []).filter((room) => room.joined);
}

export function begin({ pending }: Stage, work: Promise<unknown>): void {
  const over = work.finally(() => pending.delete(over));
  pending.add(over);
}

/** Commands other than posts are not repeated: whether they were done shows in the log. */
export function attempt(stage: Stage, command: Promise<unknown>): void {
  const answered = command.catch((error: unknown) => {
    if (!(error instanceof ChatError)) throw error;
  });
  begin(stage, answered);
}

export function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
