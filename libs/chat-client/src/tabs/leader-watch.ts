import { TIMING } from '@fourways/chat-core';

/**
 * Relieves a leading tab that is of no use: it has said nothing for 4 s, or nobody has looked at it for 5 s. Only a tab
 * that can be seen does so, since timers of hidden ones cannot be trusted to run.
 */
export class LeaderWatch {
  private lastBeat = 0;
  private hiddenSince: number | null = null;
  private lastLook = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  /** So that two tabs do not do it in the same moment. */
  private readonly jitterMs = Math.random() * TIMING.tabJitterMs;

  constructor(
    private readonly visible: () => boolean,
    private readonly relieve: () => void,
  ) {}

  start(): void {
    this.stop();
    this.lastBeat = this.lastLook = performance.now();
    this.hiddenSince = null;
    this.timer = setInterval(() => this.look(), TIMING.tabLookMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  beat(visible: boolean): void {
    this.lastBeat = performance.now();
    this.hiddenSince = visible ? null : (this.hiddenSince ?? this.lastBeat);
  }

  private look(): void {
    const now = performance.now();
    const late = now - this.lastLook > TIMING.tabBeatMs * 2;
    this.lastLook = now;
    if (late || !this.visible()) this.lastBeat = now;
    const silentMs = now - this.lastBeat;
    const hiddenMs = this.hiddenSince === null ? 0 : now - this.hiddenSince;
    if (silentMs < TIMING.tabSilentMs + this.jitterMs && hiddenMs < TIMING.tabHiddenMs + this.jitterMs) return;
    if (!this.visible()) return;
    this.start();
    this.relieve();
  }
}
