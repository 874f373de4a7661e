/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watchWakeSignals } from './wake-signals.js';

let heard: string[];
let stop: () => void;
let visibility: DocumentVisibilityState;

const pass = (ms: number) => jest.advanceTimersByTime(ms);

function look(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** As while the machine sleeps: the clock goes on, timers do not. */
function sleep(ms: number): void {
  jest.setSystemTime(Date.now() + ms);
}

describe('wake signals', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    heard = [];
    const note = (signal: string) => () => void heard.push(signal);
    stop = watchWakeSignals({ wake: note('wake'), probe: note('probe'), seen: note('seen'), suspend: note('suspend'), resume: note('resume') });
  });

  afterEach(() => {
    stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[P1] a timer that is more than 4 s late means that the machine slept; noticed within a second', () => {
    pass(10_000);
    sleep(600_000);
    pass(1_000);
    expect(heard).toEqual(['wake']);
    pass(60_000);
    expect(heard).toEqual(['wake']);
  });

  it('[P1] a slow page and a clock that is put back are no sleep', () => {
    sleep(3_900);
    pass(1_000);
    sleep(-3_600_000);
    pass(5_000);
    expect(heard).toEqual([]);
  });

  it('[P1] late timers of a hidden page say nothing', () => {
    look('hidden');
    sleep(59_000);
    pass(1_000);
    expect(heard).toEqual(['seen']);
  });

  it.each([
    [4_000, ['seen', 'seen']],
    [6_000, ['seen', 'seen', 'probe']],
    [61_000, ['seen', 'seen', 'wake']],
  ])('[P1] after %i ms out of sight: %p', (ms, expected) => {
    look('hidden');
    pass(ms);
    look('visible');
    expect(heard).toEqual(expected);
  });

  it('[P1] coming back online opens anew; going offline is only a hint', () => {
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(heard).toEqual(['probe', 'wake']);
  });

  it('[P3] holds nothing while frozen or put aside, and goes on afterwards', () => {
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(heard).toEqual(['suspend', 'resume', 'suspend', 'resume']);
  });

  it('[P3] a page that is shown for the first time has nothing to go on with', () => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(heard).toEqual([]);
  });

  it('hears nothing more after it was stopped', () => {
    stop();
    window.dispatchEvent(new Event('online'));
    look('hidden');
    expect(heard).toEqual([]);
  });
});
