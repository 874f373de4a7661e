import type { LeaderState, TabMessage } from './tab-message.js';

type Interval = Pick<LeaderState, 'pollIntervalMs' | 'intervalTs'>;

interface Ports {
  /** The interval, as far as this tab knows. */
  interval(): number;
  /** From now on it is this one, in this tab. */
  take(pollIntervalMs: number): void;
  post(message: TabMessage): void;
}

/**
 * The poll interval set in one tab is that of all (PROTOCOL Y3). Any tab takes one that was set later than its own,
 * whoever leads, so the lead may go round meanwhile; a leading tab that does not know of the latest is told of it.
 */
export class SharedInterval {
  /** When the interval was set that this tab knows of. */
  private ts = 0;

  constructor(private readonly ports: Ports) {}

  get setTs(): number {
    return this.ts;
  }

  /** Somebody sets it here. */
  set(pollIntervalMs: number): void {
    this.ports.take(pollIntervalMs);
    // All tabs have one clock, which may be put back.
    this.ts = Math.max(this.ts + 1, Date.now());
    this.tell();
  }

  /** Another tab has set it, or knows of it. */
  hear({ pollIntervalMs, intervalTs = 0 }: Interval): void {
    if (intervalTs <= this.ts) return;
    this.ts = intervalTs;
    this.ports.take(pollIntervalMs);
  }

  /** What the leading tab says, with the latest interval in it. */
  latest(state: LeaderState): LeaderState {
    this.hear(state);
    const { intervalTs = this.ts } = state;
    if (intervalTs === this.ts) return state;
    this.tell();
    return { ...state, pollIntervalMs: this.ports.interval() };
  }

  private tell(): void {
    this.ports.post({ kind: 'hurry', pollIntervalMs: this.ports.interval(), intervalTs: this.ts });
  }
}
