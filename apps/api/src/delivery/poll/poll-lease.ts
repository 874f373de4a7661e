import { TIMING } from '@fourways/chat-core';

const LONGEST_MS = 3 * TIMING.pollIntervalMaxMs;
const SHORTEST_MS = 10_000;
const REMEMBERED = 10_000;

/** How long a poll keeps its person here: three times the interval at which she has been asking, or long if nobody looks at her page. */
export class PollLease {
  private readonly lastMs = new Map<string, number>();

  next(key: string, hidden: boolean, nowMs = Date.now()): number {
    const last = this.lastMs.get(key);
    this.lastMs.delete(key);
    this.lastMs.set(key, nowMs);
    if (this.lastMs.size > REMEMBERED) this.lastMs.delete(this.lastMs.keys().next().value!);
    if (hidden) return TIMING.pollHiddenLeaseMs;
    if (last === undefined) return LONGEST_MS;
    return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, 3 * (nowMs - last)));
  }
}
