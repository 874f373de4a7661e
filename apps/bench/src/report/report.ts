import type { Mode } from '@fourways/chat-core';
import type { Measurement } from '../measure.js';
import type { Options } from '../options.js';
import type { Machine } from './machine.js';

export interface ModeResult {
  readonly mode: Mode;
  readonly fourways: Measurement;
  readonly bare: Measurement;
}

export interface Report {
  readonly options: Options;
  readonly machine: Machine;
  /** µs of the server's CPU for a message that nobody reads. */
  readonly postingMicros?: number;
  readonly modes: readonly ModeResult[];
}
