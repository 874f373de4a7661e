import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { versionWatch } from '@/features/version/version-watch';
import { untilFetched } from './until-fetched';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const failing = () => jest.fn(() => Promise.reject<string>(new Error('gone')));

test('what cannot be fetched while the line is down is tried again', async () => {
  jest.spyOn(versionWatch, 'check').mockResolvedValue(false);
  const load = failing();
  const fetched = untilFetched(load);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(load).toHaveBeenCalledTimes(2);
  load.mockResolvedValue('here');
  await jest.advanceTimersByTimeAsync(5_000);
  expect(await fetched).toBe('here');
});

test('[ux F13] what a newer version calls by another name is not asked for again', async () => {
  jest.spyOn(versionWatch, 'check').mockResolvedValue(true);
  const load = failing();
  void untilFetched(load);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(1);
});
