import type { Preferences } from '@/features/preferences/preferences';

/** Whether the clock of this device stands within the quiet hours. They may last over midnight, or all day. */
export function inQuietHours({ quiet, quietFrom, quietTo }: Pick<Preferences, 'quiet' | 'quietFrom' | 'quietTo'>, now = new Date()): boolean {
  if (!quiet) return false;
  const minute = now.getHours() * 60 + now.getMinutes();
  const [from, to] = [minuteOf(quietFrom), minuteOf(quietTo)];
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
