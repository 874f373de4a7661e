import type { NotifyLevel } from '@fourways/chat-core';
import type { Preferences } from '@/features/preferences/preferences';
import type { Concern } from './attention';

/** One sound for what comes within this time (ux H7). */
export const BURST_MS = 2_000;

export interface RingEvent {
  readonly roomId: string;
  readonly own: boolean;
  readonly concern: Concern;
  readonly level: NotifyLevel;
}

export interface RingSituation {
  /** Another tab holds the connection, and rings. */
  readonly follows: boolean;
  /** The rooms that somebody looks at now, in any tab; empty when no window of ours has the focus. */
  readonly looksAt: ReadonlySet<string>;
  readonly quiet: boolean;
  readonly sinceSoundMs: number;
  readonly sounds: Preferences['sounds'];
  /** Wanted here; whether the browser permits them is another question. */
  readonly notifications: boolean;
}

export interface Ring {
  readonly sound: boolean;
  readonly notification: boolean;
}

const NOTHING: Ring = { sound: false, notification: false };

/** Whether a message that has arrived is to be heard, and to be shown outside of the window. */
export function ringFor(event: RingEvent, situation: RingSituation): Ring {
  const { follows, looksAt, quiet, notifications } = situation;
  if (event.own || follows || quiet || !isWanted(event) || looksAt.has(event.roomId)) return NOTHING;
  return { sound: sounds(event, situation), notification: notifications && looksAt.size === 0 };
}

function isWanted({ concern, level }: RingEvent): boolean {
  return level === 'everything' || (level === 'mentions' && concern === 'mention');
}

function sounds({ concern }: RingEvent, { sounds: wanted, sinceSoundMs }: RingSituation): boolean {
  if (wanted === 'none' || sinceSoundMs < BURST_MS) return false;
  return wanted === 'all' || concern !== 'room';
}
