import { performance } from 'node:perf_hooks';
import { nowMicros, saidAtMicros } from '../stamped-body.js';
import type { Attendee, Posted } from './attendee.js';
import { Latencies, type Percentiles } from './latencies.js';
import { sumOf, type Verdict } from './receipts.js';

/** What the messages of a round cost until the last of them had come to everyone. */
export interface Traffic {
  readonly windowMs: number;
  readonly requests: number;
  /** In both directions, headers included. */
  readonly bytes: number;
  /** The share of the time in which the readers' process was at work: near 1, it measures itself. */
  readonly busy: number;
}

export interface RoundResult {
  readonly verdict: Verdict;
  readonly sent: Percentiles;
  readonly committed: Percentiles;
  /** Readers whose connection ended, and how. */
  readonly broken: readonly string[];
}

/** A stretch of talk: begun when nothing is under way, over when every reader has everything. */
export class Round {
  private readonly sent = new Latencies();
  private readonly committed = new Latencies();
  private readonly sinceMs = performance.now();
  private readonly atWork = performance.eventLoopUtilization();
  private awaited = Infinity;
  private missing = 0;
  private complete: () => void = () => {};

  constructor(private readonly attendees: readonly Attendee[]) {
    for (const attendee of attendees) attendee.begin();
  }

  note({ data, ts }: Posted, { receipts }: Attendee): void {
    this.sent.add(nowMicros() - saidAtMicros(data.body));
    this.committed.add((Date.now() - ts) * 1_000);
    if (receipts.count === this.awaited && --this.missing === 0) this.complete();
  }

  /** Resolves when everyone has so many messages, or after the time. */
  async arrived(count: number, patienceMs: number): Promise<Traffic> {
    this.awaited = count;
    this.missing = this.attendees.filter(({ receipts }) => receipts.count < count).length;
    if (this.missing > 0) await this.completion(patienceMs);
    return {
      windowMs: performance.now() - this.sinceMs,
      requests: sum(this.attendees.map(({ requests }) => requests)),
      bytes: sum(this.attendees.map(({ bytes }) => bytes)),
      busy: performance.eventLoopUtilization(this.atWork).utilization,
    };
  }

  result(expected: readonly number[], broken: readonly string[]): RoundResult {
    const known = new Set(expected);
    const verdict = sumOf(this.attendees.map(({ receipts }) => receipts.judge(known)));
    return { verdict, sent: this.sent.percentiles(), committed: this.committed.percentiles(), broken };
  }

  private completion(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.complete = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
