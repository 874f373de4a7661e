import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NextPaint } from './next-paint';

const FRAME_MS = 16;
let hidden = false;
let painted = 0;

describe('what is to be painted', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    hidden = false;
    painted = 0;
  });
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
    jest.useRealTimers();
  });

  it('[ux B10] is painted once a frame, however much arrives in it', () => {
    const paint = new NextPaint(() => painted++);
    for (let n = 0; n < 100; n++) paint.ask();
    expect(painted).toBe(0);
    jest.advanceTimersByTime(FRAME_MS);
    expect(painted).toBe(1);
    jest.advanceTimersByTime(10 * FRAME_MS);
    expect(painted).toBe(1);
    paint.ask();
    jest.advanceTimersByTime(FRAME_MS);
    expect(painted).toBe(2);
  });

  it('is not painted any more once it is stopped', () => {
    const paint = new NextPaint(() => painted++);
    paint.ask();
    paint.stop();
    jest.advanceTimersByTime(FRAME_MS);
    expect(painted).toBe(0);
  });
});
