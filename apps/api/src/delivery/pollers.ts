import { TIMING } from '@fourways/chat-core';

const LONGEST_MS = 3 * TIMING.pollIntervalMaxMs;
const SHORTEST_MS = 10_000;
const REMEMBERED = 10_000;
/** No two intervals are the same: 0.8 to 1.2 of what is set. */
const JITTER = 1.5;

export interface Visit {
  readonly atMs: number;
  /** She will have asked again by then, in ms from this visit, if she goes on as before. */
  readonly nextMs: number;
  /** How long it keeps its person here: three times the interval at which she has been asking, or long if nobody looks at her page. */
  readonly leaseMs: number;
}

/** The clients that hold nothing open but ask again and again. */
export class Pollers {
  private readonly visits = new Map<string, Visit>();

  visit(client: string, hidden: boolean, nowMs = Date.now()): Visit {
    const last = this.visits.get(client);
    const visit = visitAfter(last && nowMs - last.atMs, hidden, nowMs);
    this.visits.delete(client);
    this.visits.set(client, visit);
    if (this.visits.size > REMEMBERED) this.visits.delete(this.visits.keys().next().value!);
    return visit;
  }

  /** Those that can be expected to ask again within the time. */
  expected(withinMs: number, nowMs = Date.now()): string[] {
    const isExpected = ({ atMs, nextMs }: Visit) => nowMs <= atMs + nextMs && atMs + nextMs <= nowMs + withinMs;
    return [...this.visits].filter(([, visit]) => isExpected(visit)).map(([client]) => client);
  }
}

function visitAfter(intervalMs: number | undefined, hidden: boolean, atMs: number): Visit {
  const leaseMs = intervalMs === undefined ? LONGEST_MS : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, 3 * intervalMs));
  return { atMs, nextMs: JITTER * (intervalMs ?? TIMING.pollIntervalMs), leaseMs: hidden ? TIMING.pollHiddenLeaseMs : leaseMs };
}
