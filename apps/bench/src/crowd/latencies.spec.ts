import { describe, expect, it } from '@jest/globals';
import { Latencies } from './latencies.js';

describe('Latencies', () => {
  it('gives percentiles in ms, to three digits', () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 1_000; ms++) latencies.add(ms * 1_000);
    const { p50, p95, p99, max } = latencies.percentiles();
    for (const [measured, exact] of [[p50, 500], [p95, 950], [p99, 990], [max, 1_000]] as const) expect(Math.abs(measured - exact) / exact).toBeLessThan(0.001);
  });

  it('takes a clock that ran backwards for no time at all', () => {
    const latencies = new Latencies();
    latencies.add(-5_000);
    expect(latencies.percentiles().max).toBeLessThan(0.01);
  });

  it('has nothing to say of nothing', () => {
    expect(new Latencies().percentiles().max).toBe(0);
  });
});
