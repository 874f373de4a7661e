import { describe, expect, it } from '@jest/globals';
import type { Entry } from './entry';
import { earlier, later, newestWindow, pinned, rangeOf } from './message-window';

const entries = (count: number) => Array.from({ length: count }, (_, at) => ({ clientMsgId: `c${at}` }) as Entry);
const thousand = entries(1_000);

describe('the part of the messages that is in the page', () => {
  it('[B6] is the newest ones while following', () => {
    expect(rangeOf(newestWindow, thousand)).toEqual({ from: 850, to: 1_000 });
    expect(rangeOf(newestWindow, entries(20))).toEqual({ from: 0, to: 20 });
  });

  it('[B6] keeps what is being read when others write, and stays small', () => {
    const reading = pinned(newestWindow, thousand);
    expect(rangeOf(reading, entries(1_040))).toEqual({ from: 850, to: 1_040 });
    expect(rangeOf(reading, entries(5_000))).toEqual({ from: 850, to: 1_150 });
  });

  it('[B6] moves up and down in bounds', () => {
    let window = pinned(newestWindow, thousand);
    for (let step = 0; step < 4; step++) window = earlier(window, thousand);
    expect(rangeOf(window, thousand)).toEqual({ from: 650, to: 950 });
    window = later(window, thousand);
    expect(rangeOf(window, thousand)).toEqual({ from: 700, to: 1_000 });
    expect(window.last).toBeNull();
  });

  it('keeps its place when older messages are put before', () => {
    const reading = earlier(pinned(newestWindow, thousand), thousand);
    const more = [...Array.from({ length: 100 }, (_, at) => ({ clientMsgId: `older${at}` }) as Entry), ...thousand];
    expect(rangeOf(reading, more)).toEqual({ from: 900, to: 1_100 });
  });
});
