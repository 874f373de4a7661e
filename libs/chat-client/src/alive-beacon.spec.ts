import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MODES, TIMING } from '@fourways/chat-core';
import { AliveBeacon, type SignOfLife } from './alive-beacon.js';

describe('the alive beacon', () => {
  let told: SignOfLife[];
  let beacon: AliveBeacon;

  beforeEach(() => {
    jest.useFakeTimers();
    told = [];
    beacon = new AliveBeacon((sign) => told.push(sign));
  });
  afterEach(() => {
    beacon.follow(null);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[E1] speaks for a stream every 45 s, and not for a poll, which the server sees', () => {
    beacon.follow({ conn: 'p', mode: 'poll' });
    jest.advanceTimersByTime(2 * TIMING.aliveBeaconMs);
    expect(told).toEqual([]);
    beacon.follow({ conn: 's', mode: 'sse' });
    jest.advanceTimersByTime(2 * TIMING.aliveBeaconMs);
    expect(told).toEqual([{ conn: 's' }, { conn: 's' }]);
  });

  it.each(MODES)('[E1][ux G3] says in %s at once that nobody sits here, once, and again that somebody does', (mode) => {
    beacon.follow({ conn: 'c', mode });
    for (const idle of [true, true, false]) beacon.setIdle(idle);
    expect(told).toEqual([{ conn: 'c', idle: true }, { conn: 'c', idle: false }]);
  });

  it('[E1][ux G3] tells each new connection, since a reconnection is no sign of life', () => {
    beacon.follow({ conn: 'a', mode: 'sse' });
    beacon.setIdle(true);
    beacon.follow(null);
    beacon.follow({ conn: 'b', mode: 'poll' });
    expect(told).toEqual([{ conn: 'a', idle: true }, { conn: 'b', idle: true }]);
  });

  it('[ux G1] what is said while there is no connection waits for one', () => {
    beacon.setIdle(true);
    expect(told).toEqual([]);
    beacon.follow({ conn: 'a', mode: 'websocket' });
    jest.advanceTimersByTime(TIMING.aliveBeaconMs);
    expect(told).toEqual([{ conn: 'a', idle: true }, { conn: 'a', idle: true }]);
  });
});
