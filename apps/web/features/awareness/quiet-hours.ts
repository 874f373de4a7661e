import { isQuietAt } from '@fourways/chat-core';
import type { Preferences } from '@/features/preferences/preferences';

/** Whether the clock of this device stands within the quiet hours. They may last over midnight, or all day. */
export function inQuietHours({ quiet, quietFrom: from, quietTo: to }: Pick<Preferences, 'quiet' | 'quietFrom' | 'quietTo'>, now = new Date()): boolean {
  return quiet && isQuietAt({ from, to }, clockOf(now));
}

function clockOf(now: Date): string {
  return [now.getHours(), now.getMinutes()].map((count) => String(count).padStart(2, '0')).join(':');
}
