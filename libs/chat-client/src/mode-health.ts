import { type Mode, TIMING } from '@fourways/chat-core';

/** From the best to the last resort, which needs nothing but plain HTTP. */
export const LADDER: readonly Mode[] = ['websocket', 'sse', 'long-poll', 'poll'];

/**
 * How an attempt failed while plain HTTP worked: nothing came through in 5 s (`silent`), it ended before anything came
 * (`refused`), it came up and broke (`broke`), or the server left it since it took nothing (`slow`).
 */
export type Failure = 'silent' | 'refused' | 'broke' | 'slow';

/** A mode that does not work here at the moment. */
export interface Setback {
  readonly mode: Mode;
  readonly reason: Failure;
  /** When it failed last, and when it may be tried again, in ms of this machine's clock. */
  readonly at: number;
  readonly nextTryTs: number;
}

/** How many failures, in which time, speak against a mode. */
const VERDICT: Record<Failure, { readonly count: number; readonly withinMs: number }> = {
  silent: { count: 1, withinMs: 0 },
  refused: { count: 2, withinMs: TIMING.unstableMs },
  broke: { count: 2, withinMs: TIMING.unstableMs },
  slow: { count: 3, withinMs: TIMING.slowMs },
};

/** What this network does to each mode (PROTOCOL U1 to U3). What was learned is forgotten after 10 minutes. */
export class ModeHealth {
  private readonly failures = new Map<Mode, { readonly failure: Failure; readonly at: number }[]>();
  private readonly out = new Map<Mode, Setback>();
  /** How often a mode has been out lately: each time doubles the wait. */
  private readonly times = new Map<Mode, { count: number; at: number }>();

  /** The modes that are out, the best first. */
  get setbacks(): readonly Setback[] {
    this.forgetOld();
    return LADDER.flatMap((mode) => this.out.get(mode) ?? []);
  }

  /** The best mode that is not out. */
  best(): Mode {
    const out = this.setbacks.map(({ mode }) => mode);
    return LADDER.find((mode) => !out.includes(mode))!;
  }

  failed(mode: Mode, failure: Failure): void {
    const now = Date.now();
    const recent = [...(this.failures.get(mode) ?? []), { failure, at: now }].filter(({ at }) => now - at <= TIMING.slowMs);
    this.failures.set(mode, recent);
    const { count, withinMs } = VERDICT[failure];
    const alike = recent.filter((each) => now - each.at <= withinMs && (each.failure === 'slow') === (failure === 'slow'));
    if (alike.length >= count) this.putOut(mode, failure);
  }

  /** Takes a mode out; once more means for twice as long. */
  putOut(mode: Mode, reason: Failure): void {
    const at = Date.now();
    const { count } = this.times.get(mode) ?? { count: 0 };
    const waitMs = Math.min(TIMING.retryModeMs * 2 ** count, TIMING.retryModeMaxMs);
    this.times.set(mode, { count: count + 1, at });
    this.out.set(mode, { mode, reason, at, nextTryTs: at + waitMs });
  }

  /** Takes over what another tab has learned. */
  adopt(setbacks: readonly Setback[]): void {
    this.forget();
    for (const setback of setbacks) {
      this.out.set(setback.mode, setback);
      this.times.set(setback.mode, { count: 1, at: setback.at });
    }
  }

  /** It works. The doubling is remembered a while, lest it go up and down for ever. */
  recovered(mode: Mode): void {
    this.out.delete(mode);
    this.failures.delete(mode);
  }

  /** The network is another one. */
  forget(): void {
    this.out.clear();
    this.failures.clear();
    this.times.clear();
  }

  private forgetOld(): void {
    const old = Date.now() - TIMING.retryModeMaxMs;
    for (const [mode, { at }] of this.out) if (at <= old) this.out.delete(mode);
    for (const [mode, { at }] of this.times) if (at <= old) this.times.delete(mode);
  }
}
