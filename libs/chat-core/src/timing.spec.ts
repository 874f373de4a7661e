import { describe, expect, it } from '@jest/globals';
import { brokenTimings, TIMING } from './timing.js';

describe('timing', () => {
  it('[T1] the durations fit each other', () => {
    expect(brokenTimings()).toEqual([]);
  });

  it.each([
    ['sseHeartbeatMs', 30_000, 'sseDeadMs'],
    ['websocketHeartbeatMs', 60_000, 'deadMs'],
    ['websocketPongMs', 70_000, 'ping'],
    ['longPollWaitMs', 55_000, 'proxy'],
    ['longPollWaitMs', 28_000, '28 s'],
    ['pollIntervalMaxMs', 65_000, 'connection'],
    ['tabLookMs', 1_000, 'hidden leading tab'],
    ['requestHeadersMs', 15_000, 'body'],
    ['typingRepeatMs', 6_000, 'typing'],
  ] as const)('[T1] notices %s of %i', (name, ms, word) => {
    expect(brokenTimings({ ...TIMING, [name]: ms }).join()).toContain(word);
  });
});
