import { describe, expect, it } from '@jest/globals';
import { isQuietAt } from './is-quiet-at.js';
import { QuietHours } from './quiet-hours.js';

describe('[ux H7] quiet hours', () => {
  it.each([
    ['22:00', '08:00', '21:59', false],
    ['22:00', '08:00', '22:00', true],
    ['22:00', '08:00', '03:00', true],
    ['22:00', '08:00', '08:00', false],
    ['12:00', '13:30', '12:59', true],
    ['12:00', '13:30', '13:30', false],
    ['09:00', '09:00', '15:00', true],
  ])('from %s to %s, at %s: %s', (from, to, time, quiet) => {
    expect(isQuietAt({ from, to }, time)).toBe(quiet);
  });

  it.each(['24:00', '9:00', '12:60', 'noon', ''])('are not from %p on', (from) => {
    expect(QuietHours.safeParse({ from, to: '08:00' }).success).toBe(false);
  });
});
