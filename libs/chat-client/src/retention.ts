import { keepNewest, type Timeline } from '@fourways/chat-core';

/**
 * How much of each room stays in memory. A room that goes on for hours would grow without end: when it has twice as many
 * messages as are to be kept, the older ones are let go of (PROTOCOL F4), unless somebody holds them.
 */
export class Retention {
  private readonly holds = new Map<string, number>();

  constructor(private readonly keptMessages = Infinity) {}

  /** Nothing of this room is let go of until the answer is called. */
  hold(roomId: string): () => void {
    this.count(roomId, 1);
    let held = true;
    return () => {
      if (held) this.count(roomId, -1);
      held = false;
    };
  }

  /** What is to be kept of a timeline, as far as it is of these rooms. */
  bounded(timeline: Timeline, roomIds: Iterable<string>): Timeline {
    return [...new Set(roomIds)].filter((roomId) => this.isOverfull(timeline, roomId)).reduce((left, roomId) => keepNewest(left, roomId, this.keptMessages), timeline);
  }

  private isOverfull({ rooms }: Timeline, roomId: string): boolean {
    return (rooms.get(roomId)?.messages.length ?? 0) > 2 * this.keptMessages && !this.holds.get(roomId);
  }

  private count(roomId: string, change: number): void {
    this.holds.set(roomId, (this.holds.get(roomId) ?? 0) + change);
  }
}
