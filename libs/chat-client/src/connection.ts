import type { Bye, Mode } from '@fourways/chat-core';
import { aftermath, Goodbye } from './aftermath.js';
import { CatchUp } from './catch-up.js';
import type { ConnectionPorts } from './connection-ports.js';
import { Hedge } from './hedge.js';
import { Lane } from './lane.js';
import { Succession } from './succession.js';
import { SwitchOver } from './switch-over.js';
import type { Delivery } from './transport.js';
import { Trouble } from './trouble.js';
import { unreachable } from './unreachable.js';
import type { ConnectionView, SwitchCause, SwitchReport } from './view.js';

const RECYCLE = 4102;

/**
 * Keeps one client on the log, whatever happens below it. Transports only try; this class decides what comes next.
 *
 *            start()                first delivery                up-to-date frame
 *     idle ──────────▶ connecting ────────────────▶ catching-up ──────────────────▶ in-sync ─┐
 *                       ▲  ▲  │                       ▲  ▲   └──── hole, gap, wake ◀───┘     │ bye 4102:
 *          wait is over │  │  └─ attempt fails ─┐     │  │                               ▲   │ the next lane
 *                       │  │ a lane ends        │     │  └─ first delivery               └───┘ opens first
 *                       └──┴── (waiting) ◀──────┘     │
 *                                 │ failing for 5 s   │
 *                                 └─────▶ offline ────┘
 *
 *     any ── 401, bye 4401/4500 ──▶ signed-out          any ── close(), a refusal for good ──▶ closed
 *
 * At most three lanes run: the current one, which decides the status; the one retiring behind it, until the current
 * one is up to date; and the one that `switching` tries. All feed the same rule of acceptance.
 */
export class Connection {
  private readonly lanes = new Succession();
  private switching: SwitchOver | null = null;
  /** The cursor is of no use any more: a snapshot comes before the next lane. */
  private stale = false;
  /** There was a gap since the last up-to-date frame. */
  private resynced = false;
  private running = false;
  /** An awaited snapshot of an older generation is not acted upon. */
  private generation = 0;
  private closing = new AbortController();
  private readonly hedge = new Hedge();
  private readonly trouble = new Trouble((status) => this.ports.show({ status }));
  private readonly catchUp: CatchUp;

  constructor(
    private readonly ports: ConnectionPorts,
    private mode: Mode,
  ) {
    this.catchUp = new CatchUp(ports, (lane, delivery) => this.delivered(lane, delivery));
  }

  /** The lane that delivers now. */
  get lane(): Lane | null {
    return this.lanes.current;
  }

  /** Whether it has been started, and neither stopped nor ended for good. */
  get runs(): boolean {
    return this.running;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.closing = new AbortController();
    this.ports.show({ status: 'connecting', problem: null });
    void this.attempt();
  }

  /** Stops at once and silently; `start()` goes on from the same cursor. */
  stop(change: Partial<ConnectionView> = { status: 'closed', problem: null }): void {
    this.generation++;
    this.running = false;
    this.trouble.clear();
    this.hedge.stop();
    this.endSwitch((switching) => switching.stayed(change.problem ?? new Error('The client was closed')));
    this.lanes.stop();
    this.closing.abort();
    this.ports.show({ nextAttemptTs: null, ...change });
  }

  /** Changes the mode, make before break. A newer call overtakes an older one. Never rejects: read `outcome`. */
  use(mode: Mode, cause: SwitchCause = 'chosen'): Promise<SwitchReport> {
    this.endSwitch((switching) => switching.overtaken());
    const switching = new SwitchOver({ from: this.mode, to: mode, cause }, this);
    if (mode === this.mode || !this.lane?.synced) {
      this.replace(mode, switching.switched());
      return switching.report;
    }
    this.switching = switching;
    if (cause !== 'recovery') this.ports.show({ switchingTo: mode });
    switching.try(this.open(mode));
    return switching.report;
  }

  /** Whatever is open may be dead without a sign of it: opens anew at once, beside the old lane. */
  wake(): void {
    if (!this.running) return;
    this.hedge.start(() => this.rival());
    if (this.switching?.cause === 'recovery') this.endSwitch((switching) => switching.overtaken());
    this.tryAgain();
    if (!this.lane) return void this.attempt();
    this.ports.show({ status: 'catching-up' });
    this.lanes.follow(this.open(this.mode));
  }

  private rival(): boolean {
    if (!this.lane || this.lane.heard) return false;
    this.lanes.follow(this.open(this.mode));
    return true;
  }

  /** Asks the server once. Success brings what is new; failure ends the lane that seemed to be alive. */
  async probe(): Promise<void> {
    const { lane } = this;
    if (!lane) return this.wake();
    lane.check();
    await this.catchUp.once(lane);
  }

  /** Nothing delivers that could go on meanwhile. */
  private replace(mode: Mode, report: SwitchReport): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.ports.show({ mode, lastSwitch: report });
    if (!this.running || this.stale || !this.ports.cursor()) return;
    this.lanes.stop();
    void this.attempt();
  }

  private async attempt(): Promise<void> {
    const generation = ++this.generation;
    this.trouble.stopWaiting();
    this.ports.show({ nextAttemptTs: null });
    try {
      if (this.stale || !this.ports.cursor()) await this.ports.resync();
    } catch (error) {
      if (generation === this.generation) this.failed(error);
      return;
    }
    if (generation !== this.generation) return;
    this.stale = false;
    this.lanes.follow(this.open(this.mode));
  }

  private open(mode: Mode): Lane {
    const cursor = () => this.ports.cursor()!;
    const { eph, meters } = this.ports;
    return new Lane(this.ports.transports[mode], this).open({ cursor, eph, closed: this.closing.signal, meter: meters.of(mode) });
  }

  delivered(lane: Lane, delivery: Delivery): void {
    if (lane === this.switching?.lane) this.switching.heard();
    if (delivery.kind === 'pulse') return;
    if (delivery.kind === 'bye') return this.bye(lane, delivery.bye);
    const { outcome, ...counts } = this.ports.take(delivery, lane);
    if (this.switching) this.switching.count(counts, outcome === 'hole');
    if (outcome === 'gap') return void this.gap(lane);
    if (outcome === 'up-to-date') return this.upToDate(lane);
    if (outcome !== 'nothing' && lane === this.lane) this.ports.show({ status: 'catching-up' });
    if (outcome === 'hole' && delivery.kind === 'frame') void this.catchUp.to(lane, delivery.frame.next);
  }

  ended(lane: Lane, cause: unknown): void {
    if (lane === this.lane) this.failed(cause);
    else if (lane === this.switching?.lane) this.stay(cause);
    else return;
    this.ports.failed(lane, cause);
  }

  gaveUp(cause: unknown): void {
    const lane = this.switching?.lane;
    if (lane) lane.end(cause);
    else this.stay(cause);
  }

  proven(): void {
    const lane = this.switching!.hand();
    this.generation++;
    this.lanes.follow(lane);
    this.mode = lane.mode;
    this.endSwitch((switching) => switching.switched());
    this.ports.show({ mode: lane.mode });
    this.settled(lane);
  }

  private bye(lane: Lane, bye: Bye): void {
    if (bye.code === RECYCLE && lane === this.lane) this.lanes.follow(this.open(this.mode));
    else lane.end(new Goodbye(bye));
  }

  private upToDate(lane: Lane): void {
    lane.synced = true;
    if (lane === this.switching?.lane) this.switching.arrived();
    else if (lane === this.lane) this.settled(lane);
  }

  private settled(lane: Lane): void {
    this.lanes.settle();
    this.trouble.clear();
    this.stale = this.resynced = false;
    this.ports.show({ status: 'in-sync', problem: null, nextAttemptTs: null });
    this.ports.upToDate(lane);
    if (this.switching?.lane === null) this.tryAgain();
  }

  private stay(cause: unknown): void {
    this.endSwitch((switching) => switching.stayed(cause));
  }

  private endSwitch(end: (switching: SwitchOver) => SwitchReport): void {
    if (!this.switching) return;
    const report = end(this.switching);
    this.switching = null;
    const unseen = report.cause === 'recovery' && report.outcome !== 'switched';
    this.ports.show({ switchingTo: null, ...(!unseen && { lastSwitch: report }) });
  }

  private failed(cause: unknown): void {
    const { then, delayMs, problem } = aftermath(cause, this.trouble.failures, this.ports.random);
    const refused = then === 'retry' && problem.code !== 'unreachable';
    if (refused && this.lanes.fallBack()) return this.trouble.refused(delayMs, () => void this.attempt());
    this.lanes.stop();
    if (this.switching?.lane?.synced) return this.proven();
    if (then !== 'retry') return this.stop({ status: then === 'stop' ? 'closed' : 'signed-out', problem });
    this.ports.meters.of(this.mode).add({ reconnects: 1 });
    const waitMs = this.trouble.failed(delayMs, () => void this.attempt());
    this.ports.show({ problem, nextAttemptTs: Date.now() + waitMs });
  }

  /** The cursor cannot be followed. A second gap before being up to date counts as a failure, lest it go on for ever. */
  private async gap(lane: Lane): Promise<void> {
    this.stale = true;
    if (this.resynced) return lane.end(unreachable('The log cannot be followed from a new snapshot'));
    this.resynced = true;
    this.switching?.putAside();
    this.lanes.stop();
    this.ports.show({ status: 'catching-up' });
    await this.attempt();
    if (this.switching?.lane === null) this.tryAgain();
  }

  /** A switch that was put aside, or whose lane may be dead, goes on with a new one as soon as the log can be followed. */
  private tryAgain(): void {
    const { switching } = this;
    if (switching && !this.stale && this.ports.cursor()) switching.try(this.open(switching.to));
  }
}
