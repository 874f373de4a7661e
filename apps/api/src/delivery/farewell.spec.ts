import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Farewell } from './farewell.js';

const PLAN = { drainMs: 10_000, restartMs: 3_000 };
const CLIENTS = Array.from({ length: 1_000 }, (_, i) => `client ${i}`);

/** The greatest number of the moments that are within one second. */
function peakPerSecond(momentsMs: number[]): number {
  const inOrder = momentsMs.sort((a, b) => a - b);
  return Math.max(...inOrder.map((from, i) => inOrder.findIndex((ms) => ms >= from + 1_000) - i));
}

describe('farewell', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('[A16][Z1][V1] tells everyone within the window, evenly', () => {
    const farewell = new Farewell(CLIENTS, PLAN);
    const moments = CLIENTS.map((client) => farewell.inMs(client));
    expect(Math.max(...moments)).toBeLessThan(PLAN.drainMs);
    expect(peakPerSecond(moments)).toBeLessThanOrEqual(150);
  });

  it('[A16][Z1][V1][ux F8] gets them back after the window and the restart, as evenly as they left', () => {
    const farewell = new Farewell(CLIENTS, PLAN);
    const returns: number[] = [];
    const inOrder = CLIENTS.map((client) => ({ client, ms: farewell.inMs(client) })).sort((a, b) => a.ms - b.ms);
    let nowMs = 0;
    for (const { client, ms } of inOrder) {
      jest.advanceTimersByTime(ms - nowMs);
      nowMs = ms;
      returns.push(nowMs + farewell.tell(client).afterMs!);
    }
    expect(farewell.over).toBe(true);
    expect(Math.min(...returns)).toBeGreaterThanOrEqual(nowMs + PLAN.restartMs - 1);
    expect(Math.max(...returns)).toBeLessThan(2 * PLAN.drainMs + PLAN.restartMs);
    expect(peakPerSecond(returns)).toBeLessThanOrEqual(150);
  });

  it('[A16][Z1] a lonely client waits for the restart only', () => {
    const farewell = new Farewell(['lonely'], PLAN);
    jest.advanceTimersByTime(farewell.inMs('lonely'));
    expect(farewell.tell('lonely').afterMs).toBeCloseTo(PLAN.restartMs, -1);
  });

  it('[A16][Z1] one that was not there comes back among the others', () => {
    const farewell = new Farewell(CLIENTS, PLAN);
    expect(farewell.inMs('late')).toBe(0);
    for (let i = 0; i < 100; i++) expect(farewell.tell('late').afterMs).toBeGreaterThan(PLAN.drainMs * 0.9 + PLAN.restartMs);
    expect(farewell.over).toBe(false);
  });
});
