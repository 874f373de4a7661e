import { createHistogram } from 'node:perf_hooks';

const LONGEST_MICROS = 600_000_000;

/** In ms. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** An HDR histogram of three digits, in µs. */
export class Latencies {
  private readonly histogram = createHistogram({ lowest: 1, highest: LONGEST_MICROS, figures: 3 });

  add(micros: number): void {
    this.histogram.record(Math.min(LONGEST_MICROS, Math.max(1, Math.round(micros))));
  }

  percentiles(): Percentiles {
    const at = (percentile: number) => this.histogram.percentile(percentile) / 1_000;
    return { p50: at(50), p95: at(95), p99: at(99), max: this.histogram.count === 0 ? 0 : this.histogram.max / 1_000 };
  }
}
