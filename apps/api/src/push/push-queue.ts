import { TIMING } from '@fourways/chat-core';

/** A person who is to be told the newest of what was said in a room, by the numbers of the first and the newest message that are for her. */
export interface Told {
  readonly userId: string;
  readonly roomId: string;
  readonly first: number;
  readonly newest: number;
}

interface Entry {
  readonly told: Told;
  readonly untilMs: number;
}

const MOST = 10_000;

/**
 * What waits to be pushed: one for each room and person. For somebody who is here it waits until she has gone, since a
 * browser that vanished is held to be here until its lease ends; who is still here after `pushHoldMs` was here all the time.
 */
export class PushQueue {
  private readonly waiting = new Map<string, Entry>();
  /** By person and room: when the next may come. */
  private readonly pauses = new Map<string, number>();

  constructor(private readonly isActive: (userId: string) => boolean) {}

  get isEmpty(): boolean {
    return this.waiting.size === 0 && this.pauses.size === 0;
  }

  add(told: Told, nowMs: number): void {
    const key = keyOf(told);
    const { first } = this.waiting.get(key)?.told ?? told;
    this.waiting.delete(key);
    this.waiting.set(key, { told: { ...told, first }, untilMs: nowMs + TIMING.pushHoldMs });
    if (this.waiting.size > MOST) this.waiting.delete(this.waiting.keys().next().value!);
  }

  /** Takes out at most `limit` whose time has come, the oldest first. */
  due(nowMs: number, limit: number): Told[] {
    for (const [key, untilMs] of this.pauses) if (untilMs <= nowMs) this.pauses.delete(key);
    const due: Told[] = [];
    for (const [key, { told, untilMs }] of this.waiting) {
      if (due.length >= limit) break;
      if (this.pauses.has(key)) continue;
      const active = this.isActive(told.userId);
      if (active && nowMs < untilMs) continue;
      this.waiting.delete(key);
      if (active) continue;
      this.pauses.set(key, nowMs + TIMING.pushPauseMs);
      due.push(told);
    }
    return due;
  }
}

function keyOf({ userId, roomId }: Told): string {
  return `${userId} ${roomId}`;
}
