import type { Mode, ModeChoice } from '@fourways/chat-core';
import { Goodbye } from './aftermath.js';
import type { Lane } from './lane.js';
import { type Failure, LADDER, ModeHealth, type Setback } from './mode-health.js';
import { Trial } from './trial.js';
import { toChatError } from './unreachable.js';
import type { PilotView, SwitchCause, SwitchReport } from './view.js';

interface Ports {
  /** The mode that delivers, or would. */
  mode(): Mode;
  /** Whether the present lane has delivered everything there was. */
  synced(): boolean;
  /** Whether the log can be read by plain HTTP now. */
  reachable(): Promise<boolean>;
  use(mode: Mode, cause: SwitchCause): Promise<SwitchReport>;
  show(change: Omit<PilotView, 'follows'>): void;
}

const SLOW = 4008;

/**
 * Judges the modes, and in `auto` acts on it: down at once when the present one does not work here, up again after a
 * trial beside it (PROTOCOL U1 to U4). In a mode chosen by hand it changes nothing; it offers.
 */
export class AutoPilot {
  private readonly health = new ModeHealth();
  private steady: { readonly lane: Lane; readonly trial: Trial } | undefined;
  private climbing: Mode | null = null;
  private failedClimb: Failure | undefined;
  private choosing = 0;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ports: Ports,
    private choice: ModeChoice,
  ) {}

  /** Follows a choice. A mode counts if it came up; auto counts in any case. */
  async choose(choice: ModeChoice): Promise<SwitchReport> {
    this.choosing++;
    const report = choice === 'auto' ? await this.tryMode(this.health.best(), 'chosen') : await this.ports.use(choice, 'chosen');
    this.choosing--;
    if (choice === 'auto' || report.outcome === 'switched') this.choice = choice;
    this.plan();
    return report;
  }

  /** A lane has ended. Only a mode that fails while plain HTTP works is to blame. */
  async failed(lane: Lane, cause: unknown): Promise<void> {
    if (lane === this.steady?.lane) this.steady.trial.stop();
    const failure = failureOf(lane, cause);
    if (lane.mode === this.climbing) return void (this.failedClimb = failure);
    if (!failure || lane.mode === 'poll') return;
    if (failure !== 'slow' && !(await this.ports.reachable())) return;
    this.health.failed(lane.mode, failure);
    this.plan();
  }

  /** The present lane is up to date. When it has lived for a while, nothing speaks against its mode any more. */
  upToDate(lane: Lane): void {
    if (lane === this.steady?.lane) return;
    this.steady?.trial.stop();
    const trial = new Trial(() => this.recovered(lane.mode));
    this.steady = { lane, trial };
    trial.heard();
    this.plan();
  }

  /** What was learned of the old network is worth nothing. */
  networkChanged(): void {
    this.health.forget();
    this.plan();
  }

  /** Goes on where the pilot of another tab has stopped. */
  adopt(choice: ModeChoice, setbacks: readonly Setback[]): void {
    this.choice = choice;
    this.health.adopt(setbacks);
    this.start();
  }

  /** `known`: what an earlier page has learned. It counts for auto only: a mode chosen by hand shows soon enough what becomes of it. */
  start(known: readonly Setback[] = []): void {
    if (!this.running && this.choice === 'auto' && known.length > 0) this.health.adopt(known);
    this.running = true;
    this.plan();
  }

  stop(): void {
    this.running = false;
    this.steady?.trial.stop();
    this.steady = undefined;
    clearTimeout(this.timer);
  }

  private recovered(mode: Mode): void {
    this.health.recovered(mode);
    this.plan();
  }

  /** Shows what is known, and sees to what follows from it: nothing, a change now, or a try later. */
  private plan(): void {
    clearTimeout(this.timer);
    const mode = this.ports.mode();
    const { setbacks } = this.health;
    const out = setbacks.some((setback) => setback.mode === mode);
    const { choice } = this;
    this.ports.show({ choice, setbacks, offer: out && choice !== 'auto' ? this.health.best() : null });
    if (!this.running || choice !== 'auto' || this.climbing || this.choosing > 0) return;
    if (out) return void this.ports.use(this.health.best(), 'fallback');
    if (isBetter(this.health.best(), mode)) return void this.climb(this.health.best());
    const above = setbacks.filter((setback) => isBetter(setback.mode, mode));
    const next = above.toSorted((a, b) => a.nextTryTs - b.nextTryTs)[0];
    if (next) this.timer = setTimeout(() => void this.climb(next.mode), next.nextTryTs - Date.now());
  }

  private async climb(mode: Mode): Promise<void> {
    if (!this.ports.synced()) return;
    const { outcome } = await this.tryMode(mode, 'recovery');
    if (outcome === 'switched') this.health.recovered(mode);
    this.plan();
  }

  /** Goes to a mode beside the present one. Its failure is judged here, once. */
  private async tryMode(mode: Mode, cause: SwitchCause): Promise<SwitchReport> {
    this.climbing = mode;
    this.failedClimb = undefined;
    const report = await this.ports.use(mode, cause);
    this.climbing = null;
    if (report.outcome === 'stayed') this.health.putOut(mode, this.failedClimb ?? this.reasonOf(mode) ?? 'refused');
    return report;
  }

  private reasonOf(mode: Mode): Failure | undefined {
    return this.health.setbacks.find((setback) => setback.mode === mode)?.reason;
  }
}

function isBetter(one: Mode, other: Mode): boolean {
  return LADDER.indexOf(one) < LADDER.indexOf(other);
}

/** How the mode itself failed; undefined when the server or its refusal ended the lane. */
function failureOf(lane: Lane, cause: unknown): Failure | undefined {
  if (cause instanceof Goodbye) return cause.bye.code === SLOW ? 'slow' : undefined;
  if (toChatError(cause).code !== 'unreachable') return undefined;
  if (lane.heard) return 'broke';
  return lane.silent ? 'silent' : 'refused';
}
