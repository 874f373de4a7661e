import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Doorbell } from '../doorbell.js';
import { eventually } from './eventually.js';

export interface DoorbellUnderTest {
  readonly bell: Doorbell;
  close(): Promise<void>;
}

/** What every doorbell promises: PROTOCOL D1–D3. */
export function doorbellContract(name: string, makeBell: () => Promise<DoorbellUnderTest>): void {
  describe(`${name} is a doorbell`, () => {
    let under: DoorbellUnderTest;
    let bell: Doorbell;

    beforeEach(async () => {
      under = await makeBell();
      bell = under.bell;
    });
    afterEach(() => under.close());

    it('[D1] a ring wakes everyone who was listening', async () => {
      const wakes = [0, 0, 0];
      for (const i of wakes.keys()) bell.listen(() => void wakes[i]!++);
      bell.ring();
      await eventually(() => expect(wakes.every((count) => count > 0)).toBe(true));
    });

    it('[D1] every ring that follows is heard, and a ring may be merged but never multiplied', async () => {
      let wakes = 0;
      bell.listen(() => void wakes++);
      bell.ring();
      await eventually(() => expect(wakes).toBe(1));
      bell.ring();
      await eventually(() => expect(wakes).toBe(2));
    });

    it('[D1] one function that listens twice stops once for each', async () => {
      let wakes = 0;
      const wake = () => void wakes++;
      const stop = bell.listen(wake);
      bell.listen(wake);
      stop();
      bell.ring();
      await eventually(() => expect(wakes).toBe(1));
    });

    it('[D2] who has stopped is not woken', async () => {
      let stopped = 0;
      let listening = 0;
      const stop = bell.listen(() => void stopped++);
      bell.listen(() => void listening++);
      stop();
      stop();
      bell.ring();
      await eventually(() => expect(listening).toBe(1));
      expect(stopped).toBe(0);
    });

    it('[D2] who is stopped by another listener of the same ring is not woken any more', async () => {
      let stopped = 0;
      let last = 0;
      let stop = () => {};
      bell.listen(() => stop());
      stop = bell.listen(() => void stopped++);
      bell.listen(() => void last++);
      bell.ring();
      await eventually(() => expect(last).toBe(1));
      expect(stopped).toBe(0);
    });

    it('[D3] who fails harms neither the others nor the ring', async () => {
      let wakes = 0;
      bell.listen(() => {
        throw new Error('a listener failed');
      });
      bell.listen(() => void wakes++);
      bell.ring();
      await eventually(() => expect(wakes).toBe(1));
    });
  });
}
