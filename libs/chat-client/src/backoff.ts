import { TIMING } from '@fourways/chat-core';

/**
 * Full jitter (PROTOCOL S3): a wait in ms, evenly random in 0 … min(20 s, 0.5 s · 2ⁿ), at least 100 ms.
 * `failures` is n: how many attempts have failed before this one.
 */
export function backoffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(TIMING.backoffCapMs, TIMING.backoffBaseMs * 2 ** failures);
  return Math.max(TIMING.backoffFloorMs, Math.round(random() * ceiling));
}
