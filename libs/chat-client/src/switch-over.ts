import { type Mode, TIMING } from '@fourways/chat-core';
import type { Lane } from './lane.js';
import { toChatError } from './unreachable.js';
import type { SwitchReport } from './view.js';

/**
 * A change of mode, make before break (PROTOCOL S1, S2): a second lane beside the one that delivers, which has 5 s to
 * come up. Whoever made it decides what it means that it did, or did not.
 */
export class SwitchOver {
  readonly report: Promise<SwitchReport>;
  private duplicates = 0;
  private holes = 0;
  private lost = 0;
  private settle!: (report: SwitchReport) => void;
  private current: Lane | null = null;
  private readonly at = Date.now();
  private readonly started = performance.now();
  private readonly timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly from: Mode,
    readonly to: Mode,
    onTimeout: (cause: unknown) => void,
  ) {
    this.report = new Promise((resolve) => (this.settle = resolve));
    const seconds = TIMING.connectMs / 1000;
    this.timer = setTimeout(() => onTimeout(new Error(`${to} did not come up within ${seconds} s`)), TIMING.connectMs);
  }

  get lane(): Lane | null {
    return this.current;
  }

  /** The lane that is tried; a gap replaces it by another one. */
  try(lane: Lane): void {
    this.current?.stop();
    this.current = lane;
  }

  /** Gives the lane away: it is not stopped with the switch any more. */
  hand(): Lane {
    const lane = this.current!;
    this.current = null;
    return lane;
  }

  count({ duplicates, lost }: { duplicates: number; lost: number }, hole: boolean): void {
    this.duplicates += duplicates;
    this.lost += lost;
    if (hole) this.holes++;
  }

  switched(): SwitchReport {
    return this.finish('switched');
  }

  stayed(cause: unknown): SwitchReport {
    return this.finish('stayed', toChatError(cause).message);
  }

  overtaken(): SwitchReport {
    return this.finish('overtaken', 'Another switch was asked for');
  }

  private finish(outcome: SwitchReport['outcome'], reason?: string): SwitchReport {
    clearTimeout(this.timer);
    this.current?.stop();
    const { from, to, at, duplicates: duplicatesDropped, holes, lost } = this;
    const overlapMs = Math.round(performance.now() - this.started);
    const report = { from, to, at, overlapMs, duplicatesDropped, holes, lost, outcome, ...(reason && { reason }) };
    this.settle(report);
    return report;
  }
}
