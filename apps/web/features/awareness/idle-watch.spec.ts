import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IdleWatch } from './idle-watch';

const MINUTE = 60_000;

describe('whether anybody sits here', () => {
  let said: boolean[];
  let stop: () => void;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    said = [];
    stop = new IdleWatch((idle) => said.push(idle)).start();
  });
  afterEach(() => {
    stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  const touch = () => window.dispatchEvent(new Event('pointermove'));

  it('[ux G3] nobody does after five minutes without input, somebody does with the next', () => {
    jest.advanceTimersByTime(5 * MINUTE - 1);
    expect(said).toEqual([false]);
    jest.advanceTimersByTime(1);
    expect(said).toEqual([false, true]);
    touch();
    expect(said).toEqual([false, true, false]);
    jest.advanceTimersByTime(5 * MINUTE);
    expect(said).toEqual([false, true, false, true]);
  });

  it('[ux G3] the five minutes begin with the last input', () => {
    for (let minute = 0; minute < 20; minute += 4) {
      jest.advanceTimersByTime(4 * MINUTE);
      touch();
    }
    expect(said).toEqual([false]);
    jest.advanceTimersByTime(5 * MINUTE);
    expect(said).toEqual([false, true]);
  });

  it('[ux G3] input in another tab counts', () => {
    jest.advanceTimersByTime(4 * MINUTE);
    window.dispatchEvent(new StorageEvent('storage', { key: 'fourways.input', newValue: String(Date.now()) }));
    jest.advanceTimersByTime(2 * MINUTE);
    expect(said).toEqual([false]);
    jest.advanceTimersByTime(3 * MINUTE);
    expect(said).toEqual([false, true]);
    window.dispatchEvent(new StorageEvent('storage', { key: 'fourways.input', newValue: String(Date.now()) }));
    expect(said).toEqual([false, true, false]);
  });

  it('[ux G5] to look at another tab for a moment is no news', () => {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('blur'));
    jest.advanceTimersByTime(10_000);
    expect(said).toEqual([false]);
  });

  it('tells other tabs, and not at every movement', () => {
    const before = localStorage.getItem('fourways.input');
    jest.advanceTimersByTime(1_000);
    touch();
    expect(localStorage.getItem('fourways.input')).toBe(before);
    jest.advanceTimersByTime(5_000);
    touch();
    expect(localStorage.getItem('fourways.input')).toBe(String(Date.now()));
  });
});
