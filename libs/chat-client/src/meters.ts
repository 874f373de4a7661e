import { type Mode, MODES } from '@fourways/chat-core';

/** What one mode has cost and brought since the client was made. */
export interface ModeMeters {
  /** HTTP requests, and openings of a stream or socket, commands included. */
  readonly requests: number;
  /** Answers and heartbeats without an event. */
  readonly emptyAnswers: number;
  /** Payload bytes, without headers and framing. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly frames: number;
  readonly events: number;
  /** From commit to applied, in ms: of the newest event, and percentiles of the last 200. The clocks' difference is taken out. */
  readonly latencyMs: { readonly last: number | null; readonly p50: number | null; readonly p95: number | null; readonly count: number };
  readonly reconnects: number;
  readonly duplicatesDropped: number;
  readonly holes: number;
  readonly gaps: number;
  /** Events missing between applied ones, by the numbers of their rooms. */
  readonly lost: number;
}

type Counts = Omit<ModeMeters, 'latencyMs'>;

const RING = 200;

/** Counts for one mode. */
export class Meter {
  private readonly counts: Record<keyof Counts, number> = {
    requests: 0,
    emptyAnswers: 0,
    bytesIn: 0,
    bytesOut: 0,
    frames: 0,
    events: 0,
    reconnects: 0,
    duplicatesDropped: 0,
    holes: 0,
    gaps: 0,
    lost: 0,
  };
  private readonly ring: number[] = [];
  private measured = 0;
  private cached: ModeMeters | null = null;

  constructor(private readonly changed: () => void = () => {}) {}

  add(what: Partial<Counts>): void {
    for (const [name, amount] of Object.entries(what)) this.counts[name as keyof Counts] += amount;
    this.touch();
  }

  /** One event arrived `ms` after its commit. */
  latency(ms: number): void {
    this.ring[this.measured++ % RING] = ms;
    this.touch();
  }

  view(): ModeMeters {
    return (this.cached ??= { ...this.counts, latencyMs: this.latencies() });
  }

  private latencies(): ModeMeters['latencyMs'] {
    const sorted = this.ring.toSorted((a, b) => a - b);
    const last = this.ring[(this.measured - 1) % RING] ?? null;
    return { last, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), count: this.measured };
  }

  private touch(): void {
    this.cached = null;
    this.changed();
  }
}

/** The meters of the four modes; tells of changes at most once per microtask. */
export class Meters {
  private readonly meters: Record<Mode, Meter>;
  private announced = false;

  constructor(private readonly changed: () => void = () => {}) {
    const make = (mode: Mode) => [mode, new Meter(() => this.announce())];
    this.meters = Object.fromEntries(MODES.map(make)) as Record<Mode, Meter>;
  }

  of(mode: Mode): Meter {
    return this.meters[mode];
  }

  view(): Record<Mode, ModeMeters> {
    return Object.fromEntries(MODES.map((mode) => [mode, this.meters[mode].view()])) as Record<Mode, ModeMeters>;
  }

  private announce(): void {
    if (this.announced) return;
    this.announced = true;
    queueMicrotask(() => {
      this.announced = false;
      this.changed();
    });
  }
}

/** The nearest-rank percentile: the smallest value that at least this share of all values does not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

const encoder = new TextEncoder();

/** Length in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
