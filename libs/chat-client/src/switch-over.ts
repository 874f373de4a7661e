import { type Mode, TIMING } from '@fourways/chat-core';
import type { Lane } from './lane.js';
import { Trial } from './trial.js';
import { toChatError, unreachable } from './unreachable.js';
import type { SwitchCause, SwitchReport } from './view.js';

export interface SwitchListener {
  /** The tried lane may take over. */
  proven(): void;
  gaveUp(cause: unknown): void;
}

type Change = Pick<SwitchReport, 'from' | 'to' | 'cause'>;

/**
 * A change of mode, make before break (PROTOCOL S1, S2): a second lane beside the one that delivers, which has 5 s to
 * come up. On the way back up it must also stand a trial. Whoever made it decides what it means that it did, or did not.
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
  private timer: ReturnType<typeof setTimeout> | undefined;
  private trial: Trial | undefined;

  constructor(
    private readonly change: Change,
    private readonly listener: SwitchListener,
  ) {
    this.report = new Promise((resolve) => (this.settle = resolve));
  }

  get to(): Mode {
    return this.change.to;
  }

  get cause(): SwitchCause {
    return this.change.cause;
  }

  /** The lane that is tried; null while the switch is put aside. */
  get lane(): Lane | null {
    return this.current;
  }

  /** Begins, or begins anew, with a lane. */
  try(lane: Lane): void {
    this.putAside();
    this.current = lane;
  }

  /** Drops the lane, and its trial. Another one is to be tried soon. */
  putAside(): void {
    this.drop();
    this.timer = setTimeout(() => this.giveUp(), TIMING.connectMs);
  }

  /** Gives the lane away: it is not stopped with the switch any more. */
  hand(): Lane {
    const lane = this.current!;
    this.current = null;
    return lane;
  }

  /** The tried lane is up to date. */
  arrived(): void {
    clearTimeout(this.timer);
    if (this.change.cause === 'recovery') this.trial ??= new Trial(() => this.listener.proven());
    else this.listener.proven();
  }

  /** The tried lane gives a sign of life. */
  heard(): void {
    this.trial?.heard();
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

  private giveUp(): void {
    this.listener.gaveUp(unreachable(`${this.to} did not come up within ${TIMING.connectMs / 1000} s`));
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.trial?.stop();
    this.trial = undefined;
    this.current?.stop();
    this.current = null;
  }

  private finish(outcome: SwitchReport['outcome'], reason?: string): SwitchReport {
    this.drop();
    const { change, at, duplicates: duplicatesDropped, holes, lost } = this;
    const overlapMs = Math.round(performance.now() - this.started);
    const report = { ...change, at, overlapMs, duplicatesDropped, holes, lost, outcome, ...(reason && { reason }) };
    this.settle(report);
    return report;
  }
}
