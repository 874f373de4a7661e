import { type ChatError, type GapReason, LIMITS, type Mode, type ModeChoice, type Presence, type Timeline, TIMING, type Typing } from '@fourways/chat-core';
import type { ModeMeters } from './meters.js';
import { LADDER, type Setback } from './mode-health.js';
import type { OutboxEntry } from './outbox-entry.js';
import type { ReadAhead } from './reading-notice.js';
import type { UploadView } from './upload-view.js';

/**
 * `in-sync` is said only after an up-to-date frame, `catching-up` while connected without one, `connecting` while an
 * attempt runs or is awaited, `offline` after 5 s of that (at once if the browser says so and an attempt has failed).
 * `signed-out` (the session has ended, or is another person's by now) needs `signIn()`, then `start()`. `closed` was asked
 * for, or `problem` says why coming back is of no use.
 */
export type ConnectionStatus = 'idle' | 'connecting' | 'in-sync' | 'catching-up' | 'offline' | 'signed-out' | 'closed';

/** Somebody chose it; the mode before did not work here; or a better one does again. */
export type SwitchCause = 'chosen' | 'fallback' | 'recovery';

/** How a change of mode went. `overlapMs` is how long both modes delivered; `reason` is there unless it switched. */
export interface SwitchReport {
  readonly from: Mode;
  readonly to: Mode;
  readonly cause: SwitchCause;
  readonly at: number;
  readonly overlapMs: number;
  readonly duplicatesDropped: number;
  readonly holes: number;
  /** Events that were missing meanwhile, by the numbers of their rooms. */
  readonly lost: number;
  readonly outcome: 'switched' | 'stayed' | 'overtaken';
  readonly reason?: string;
}

/** The part of the view that the connection writes. */
export interface ConnectionView {
  readonly status: ConnectionStatus;
  /** Why the last attempt ended, while not in sync. */
  readonly problem: ChatError | null;
  /** When the next attempt starts, in ms of this machine's clock. */
  readonly nextAttemptTs: number | null;
  /** The mode that delivers now. */
  readonly mode: Mode;
  readonly switchingTo: Mode | null;
  readonly lastSwitch: SwitchReport | null;
}

/** The part of the view that says which mode is wanted, and what speaks against some. */
export interface PilotView {
  /** What was chosen. `auto` takes the best mode that works here. */
  readonly choice: ModeChoice;
  /** The modes that do not work here at the moment, the best first. */
  readonly setbacks: readonly Setback[];
  /** A mode that would work, while the chosen one does not. */
  readonly offer: Mode | null;
  /** Whether another tab of this person holds the connection for this one. */
  readonly follows: boolean;
}

/** Everything a screen shows. Immutable; what did not change keeps its identity. */
export interface ChatView extends ConnectionView, PilotView {
  readonly pollIntervalMs: number;
  /** Null before the first snapshot. */
  readonly timeline: Timeline | null;
  /** Who types now, without me. */
  readonly typing: readonly Typing[];
  /** Everyone who is not offline, me included. */
  readonly presence: readonly Presence[];
  /** What was read here, as long as the log does not say so; see `unreadOf`. */
  readonly readAhead: ReadAhead;
  readonly outbox: readonly OutboxEntry[];
  /** The files on their way into rooms, by their `uploadId`. */
  readonly uploads: ReadonlyMap<string, UploadView>;
  /** How large an uploaded file may be, in bytes. */
  readonly fileBytes: number;
  readonly meters: Readonly<Record<Mode, ModeMeters>>;
  /** Why the log could not be followed last, so that a snapshot took its place; `at` in ms of this machine's clock. */
  readonly lastGap: { readonly reason: GapReason; readonly at: number } | null;
}

/** The mode that a choice begins with. */
export function firstMode(choice: ModeChoice): Mode {
  return choice === 'auto' ? LADDER[0]! : choice;
}

export function firstView(
  choice: ModeChoice,
  pollIntervalMs: number,
  meters: ChatView['meters'],
): ChatView {
  const mode = firstMode(choice);
  const connection = { status: 'idle', problem: null, nextAttemptTs: null, mode, switchingTo: null, lastSwitch: null } as const;
  const files = { uploads: new Map(), fileBytes: LIMITS.attachmentBytes };
  const pilot = { choice, setbacks: [], offer: null, follows: false };
  return { ...connection, ...pilot, pollIntervalMs: pollIntervalOf(pollIntervalMs), timeline: null, typing: [], presence: [], readAhead: new Map(), outbox: [], ...files, meters, lastGap: null };
}

/** An interval held to what the protocol allows. */
export function pollIntervalOf(ms: number): number {
  return Math.min(TIMING.pollIntervalMaxMs, Math.max(TIMING.pollIntervalMinMs, ms));
}
