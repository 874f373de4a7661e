import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { playBell } from './bell-sound';

const started = jest.fn();
const parts = { connect: () => {}, start: started, stop: () => {}, frequency: {}, gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} } };
let allowed = false;
let waiting: (() => void)[] = [];

/** As browsers have it: before the first gesture it stays suspended, and whoever waits for it waits for that gesture. */
class Audio {
  state = 'suspended';
  currentTime = 0;
  createGain = () => parts;
  createOscillator = () => parts;

  resume(): Promise<void> {
    return new Promise((resolve) => {
      const run = () => {
        this.state = 'running';
        resolve();
      };
      if (allowed) run();
      else waiting.push(run);
    });
  }
}

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { AudioContext: Audio });
});
afterEach(() => void jest.useRealTimers());

it('[ux H7] bells that may not be heard yet do not ring together later', async () => {
  const bells = [playBell(), playBell(), playBell()];
  await jest.advanceTimersByTimeAsync(1_000);
  [allowed, waiting] = [true, (waiting.forEach((run) => run()), [])];
  await Promise.all(bells);
  expect(started).not.toHaveBeenCalled();
  await playBell();
  expect(started).toHaveBeenCalledTimes(2);
});
