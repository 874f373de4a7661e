import { describe, expect, it } from '@jest/globals';
import { inQuietHours } from './quiet-hours';

const at = (hours: number, minutes = 0) => new Date(2026, 10, 23, hours, minutes);

describe('[ux H7] quiet hours', () => {
  it.each([
    [21, 59, false],
    [22, 0, true],
    [0, 0, true],
    [7, 59, true],
    [8, 0, false],
    [12, 0, false],
  ])('from 22:00 to 08:00 at %i:%i: %s', (hours, minutes, quiet) => {
    expect(inQuietHours({ quiet: true, quietFrom: '22:00', quietTo: '08:00' }, at(hours, minutes))).toBe(quiet);
  });

  it.each([
    [12, 59, false],
    [13, 0, true],
    [13, 29, true],
    [13, 30, false],
  ])('from 13:00 to 13:30 at %i:%i: %s', (hours, minutes, quiet) => {
    expect(inQuietHours({ quiet: true, quietFrom: '13:00', quietTo: '13:30' }, at(hours, minutes))).toBe(quiet);
  });

  it('last all day when they end as they begin, and never when they are off', () => {
    expect(inQuietHours({ quiet: true, quietFrom: '09:00', quietTo: '09:00' }, at(15))).toBe(true);
    expect(inQuietHours({ quiet: false, quietFrom: '09:00', quietTo: '09:00' }, at(15))).toBe(false);
  });
});
