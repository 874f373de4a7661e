import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { VersionWatch } from './version-watch';

const MINUTE = 60_000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function watching(...answers: (string | undefined)[]) {
  const ask = jest.fn(async () => (answers.length > 1 ? answers.shift() : answers[0]));
  return { ask, watch: new VersionWatch('one', ask) };
}

test('[ux F13] the same version is no news, and neither is a server that does not say', async () => {
  const { watch } = watching('one', undefined);
  expect(await watch.check()).toBe(false);
  expect(await watch.check()).toBe(false);
  expect(watch.known()).toBeUndefined();
});

test('[ux F13] another version is told once, and stays', async () => {
  const { watch } = watching('two', 'one');
  const told = jest.fn();
  watch.subscribe(told);
  for (let n = 0; n < 3; n++) expect(await watch.check()).toBe(true);
  expect(watch.known()).toBe('two');
  expect(told).toHaveBeenCalledTimes(1);
});

test('those who ask at once share a question', async () => {
  const { watch, ask } = watching('one');
  await Promise.all([watch.check(), watch.check(), watch.check()]);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('without an occasion it is asked rarely, and no more when it is known', async () => {
  const { watch, ask } = watching('one', 'two');
  watch.checkRarely();
  expect(ask).not.toHaveBeenCalled();
  for (let n = 1; n <= 2; n++) {
    await jest.advanceTimersByTimeAsync(11 * MINUTE);
    watch.checkRarely();
    watch.checkRarely();
    await jest.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(n);
  }
  await jest.advanceTimersByTimeAsync(11 * MINUTE);
  watch.checkRarely();
  expect(ask).toHaveBeenCalledTimes(2);
});
