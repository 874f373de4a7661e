import { TIMING } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LeaderWatch } from './leader-watch.js';

describe('LeaderWatch', () => {
  let visible: boolean;
  let relieved: number;
  let watch: LeaderWatch;

  beforeEach(() => {
    jest.useFakeTimers();
    visible = true;
    relieved = 0;
    watch = new LeaderWatch(() => visible, () => relieved++);
    watch.start();
  });

  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
  });

  /** Time goes by, with a beat of the leading tab in each second of it. */
  function beats(seconds: number, leaderVisible: boolean): void {
    for (let n = 0; n < seconds; n++) {
      watch.beat(leaderVisible);
      jest.advanceTimersByTime(TIMING.tabBeatMs);
    }
  }

  it('[Y2] leaves one alone that beats and is looked at', () => {
    beats(60, true);
    expect(relieved).toBe(0);
  });

  it('[Y2] relieves one that has said nothing for 4 s, and not before', () => {
    watch.beat(true);
    jest.advanceTimersByTime(TIMING.tabSilentMs - 1);
    expect(relieved).toBe(0);
    jest.advanceTimersByTime(TIMING.tabLookMs + TIMING.tabJitterMs + 1);
    expect(relieved).toBe(1);
  });

  it('[A14][Y2] relieves one that has been hidden for 5 s, soon enough for another to lead after 6 s', () => {
    beats(5, false);
    expect(relieved).toBe(0);
    watch.beat(false);
    jest.advanceTimersByTime(TIMING.tabLookMs + TIMING.tabJitterMs);
    expect(relieved).toBe(1);
  });

  it('[Y2] counts anew when somebody has looked at it meanwhile', () => {
    beats(4, false);
    beats(1, true);
    beats(4, false);
    expect(relieved).toBe(0);
  });

  it('[Y2] relieves nobody from a tab that is hidden itself, nor at once when it is seen again', () => {
    visible = false;
    jest.advanceTimersByTime(60_000);
    visible = true;
    jest.advanceTimersByTime(TIMING.tabSilentMs - TIMING.tabLookMs);
    expect(relieved).toBe(0);
  });
});
