import type { Frame, Mode, ModeChoice } from '@fourways/chat-core';
import type { Setback } from '../mode-health.js';
import type { Delivery } from '../transport.js';
import type { SwitchCause, SwitchReport } from '../view.js';

/** What the leading tab says of itself, each second and at every change. */
export interface LeaderState {
  readonly mode: Mode;
  /** Why it is this mode; a tab of an older version does not say. */
  readonly cause?: SwitchCause;
  /** In sync. */
  readonly live: boolean;
  readonly visible: boolean;
  readonly choice: ModeChoice;
  /** How many choices were made, as far as it knows; a tab of an older version does not count. */
  readonly turn?: number;
  readonly pollIntervalMs: number;
  /** When that was set; a tab of an older version does not say. */
  readonly intervalTs?: number;
  readonly setbacks: readonly Setback[];
  readonly offer: Mode | null;
}

/** What the leading tab passes on of what arrives. Notices to its connection concern no other. */
export type Relayed = Extract<Delivery, { kind: 'frame' | 'pulse' }>;

/** What the tabs of one person say to one another (PROTOCOL Y1 to Y3). */
export type TabMessage =
  | { readonly kind: 'beat'; readonly state: LeaderState }
  | { readonly kind: 'ask'; readonly mode: Mode }
  | { readonly kind: 'here'; readonly mode: Mode; readonly frame: Frame }
  | { readonly kind: 'news'; readonly mode: Mode; readonly delivery: Relayed }
  | { readonly kind: 'down'; readonly mode: Mode }
  /** Asks the server now; at this interval from now on, if one is given and none was set later. */
  | { readonly kind: 'hurry'; readonly pollIntervalMs?: number; readonly intervalTs?: number }
  | { readonly kind: 'choose'; readonly id: string; readonly choice: ModeChoice }
  | { readonly kind: 'chose'; readonly id: string; readonly report: SwitchReport }
  /** A choice that the leading tab does not know of. */
  | { readonly kind: 'newer'; readonly choice: ModeChoice; readonly turn: number };
