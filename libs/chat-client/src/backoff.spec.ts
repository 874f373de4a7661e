import { TIMING } from '@fourways/chat-core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs } from './backoff.js';

describe('backoffMs', () => {
  it('[S3][ux F7] lies between 100 ms and min(20 s, 0.5 s · 2ⁿ)', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(2_000), random, (failures, value) => {
        const wait = backoffMs(failures, () => value);
        expect(wait).toBeGreaterThanOrEqual(TIMING.backoffFloorMs);
        expect(wait).toBeLessThanOrEqual(Math.min(20_000, 500 * 2 ** failures));
      }),
    );
  });

  it('[S3][ux F7] uses all of that range', () => {
    expect([0, 1, 5, 6, 50].map((n) => backoffMs(n, () => 0.999999))).toEqual([500, 1_000, 16_000, 20_000, 20_000]);
    expect(backoffMs(9, () => 0)).toBe(100);
  });
});
