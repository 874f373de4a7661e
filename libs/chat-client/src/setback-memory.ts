import type { Setback } from './mode-health.js';

/** Where what speaks against some modes outlives the client, so that the next page does not have to find it out again. */
export interface SetbackMemory {
  /** What was kept last, however old; nothing when it cannot be read. Never throws. */
  load(): readonly Setback[];
  /** Never throws. */
  keep(setbacks: readonly Setback[]): void;
}
