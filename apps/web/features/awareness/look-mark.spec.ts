import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LookMark } from './look-mark';

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

describe('what somebody looks at', () => {
  it('[ux H3] is known to the other tabs until she looks away', () => {
    const [mine, other] = [new LookMark(), new LookMark()];
    mine.look('lobby');
    expect([...other.rooms()]).toEqual(['lobby']);
    jest.advanceTimersByTime(60_000);
    expect([...other.rooms()]).toEqual(['lobby']);
    mine.look('team');
    expect([...other.rooms()]).toEqual(['team']);
    mine.look(null);
    expect(other.rooms().size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('[ux H3] is not taken back by a tab that was left for another', () => {
    const [mine, other] = [new LookMark(), new LookMark()];
    mine.look('lobby');
    for (const room of ['team', 'lobby']) {
      other.look(room);
      mine.look(null);
      expect([...mine.rooms()]).toEqual([room]);
      mine.look('lobby');
    }
    mine.look(null);
    other.look(null);
  });

  it('[ux H3] is forgotten when its tab ended without a word', () => {
    localStorage.setItem('fourways.look', JSON.stringify({ roomId: 'lobby', at: Date.now() }));
    expect(new LookMark().rooms().size).toBe(1);
    jest.advanceTimersByTime(12_000);
    expect(new LookMark().rooms().size).toBe(0);
  });
});
