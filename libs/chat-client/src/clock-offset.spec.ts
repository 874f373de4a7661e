import { describe, expect, it } from '@jest/globals';
import { ClockOffset } from './clock-offset.js';

describe('ClockOffset', () => {
  it('takes the middle of a round trip, and a shorter one over a longer one', () => {
    let now = 1_000;
    const clock = new ClockOffset(() => now);
    clock.seen(6_000, 600);
    expect(clock.ms).toBe(5_200);
    now = 2_000;
    clock.seen(7_000, 1_990);
    expect(clock.ms).toBe(5_005);
    expect(clock.since(7_000)).toBe(5);
  });

  it('counts a stamp without a round trip as the least the offset can be', () => {
    const clock = new ClockOffset(() => 1_000);
    expect(clock.ms).toBe(0);
    clock.seen(900);
    clock.seen(940);
    clock.seen(700);
    expect(clock.ms).toBe(-60);
    expect(clock.since(1_200)).toBe(0);
  });

  it('starts anew when a clock has been set', () => {
    let now = 1_000;
    const clock = new ClockOffset(() => now);
    clock.seen(1_000, 990);
    now = 500_000;
    clock.seen(2_000, 499_990);
    expect(clock.ms).toBe(2_000 - 499_995);
  });
});
