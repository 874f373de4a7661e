import { ModeChoice, TIMING } from '@fourways/chat-core';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { PREFERENCES } from '@/components/preference-cookie';

export interface Preferences {
  readonly mode: ModeChoice;
  readonly pollIntervalMs: number;
  readonly timeZone: string;
  readonly contrast: 'system' | 'more';
}

/** The reader's choices, or what is best to begin with. */
export const readPreferences = cache(async (): Promise<Preferences> => {
  const jar = await cookies();
  const mode = ModeChoice.safeParse(jar.get(PREFERENCES.mode)?.value);
  return {
    mode: mode.success ? mode.data : 'auto',
    pollIntervalMs: intervalFrom(jar.get(PREFERENCES.pollIntervalMs)?.value),
    timeZone: zoneFrom(jar.get(PREFERENCES.timeZone)?.value),
    contrast: jar.get(PREFERENCES.contrast)?.value === 'more' ? 'more' : 'system',
  };
});

function intervalFrom(text: string | undefined): number {
  const ms = Number(text ?? Number.NaN);
  return ms >= TIMING.pollIntervalMinMs && ms <= TIMING.pollIntervalMaxMs ? ms : TIMING.pollIntervalMs;
}

function zoneFrom(text: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(text ?? 'UTC') }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
