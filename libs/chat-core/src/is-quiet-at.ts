import type { QuietHours } from './quiet-hours.js';

/** Whether a clock that shows `time` (`HH:MM`) stands within the quiet hours. */
export function isQuietAt({ from, to }: QuietHours, time: string): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}
