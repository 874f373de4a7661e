import { describe, expect, it } from '@jest/globals';
import { Meter, Meters } from './meters.js';

describe('Meter', () => {
  it('gives the newest latency, and percentiles of the last 200', () => {
    const meter = new Meter();
    expect(meter.view().latencyMs).toEqual({ last: null, p50: null, p95: null, count: 0 });
    for (let ms = 1_000; ms > 0; ms--) meter.latency(ms);
    expect(meter.view().latencyMs).toEqual({ last: 1, p50: 100, p95: 190, count: 1_000 });
  });

  it('keeps the identity of a view until something is added', () => {
    const meter = new Meter();
    const view = meter.view();
    expect(meter.view()).toBe(view);
    meter.add({ requests: 2, bytesIn: 10 });
    expect(meter.view()).toMatchObject({ requests: 2, bytesIn: 10, bytesOut: 0 });
  });
});

describe('Meters', () => {
  it('tells of many changes once, and leaves the other modes as they are', async () => {
    let told = 0;
    const meters = new Meters(() => told++);
    const before = meters.view();
    meters.of('sse').add({ frames: 1 });
    meters.of('sse').add({ frames: 1 });
    await Promise.resolve();
    expect(told).toBe(1);
    expect(meters.view().poll).toBe(before.poll);
    expect(meters.view().sse.frames).toBe(2);
  });
});
