import type { ChatClient } from '@fourways/chat-client';
import { type Mode, MODES } from '@fourways/chat-core';

const BIN_MS = 1_000;

interface Moment {
  readonly mode: Mode;
  readonly atMs: number;
}

/**
 * When clients lost their connection, and for when they set the attempts that they then made, as their views tell. The one
 * process that plays them all is late at times, and then makes many at once; as many machines would each be in time.
 */
export class Returns {
  readonly losses: Moment[] = [];
  readonly attempts: Moment[] = [];

  constructor(clients: readonly ChatClient[]) {
    for (const client of clients) this.watch(client);
  }

  /** Attempts within the busiest second, wherever it begins. */
  get peakPerSecond(): number {
    const times = this.attempts.map(({ atMs }) => atMs).sort((a, b) => a - b);
    let [peak, from] = [0, 0];
    for (const [i, atMs] of times.entries()) {
      while (times[from]! <= atMs - 1_000) from++;
      peak = Math.max(peak, i - from + 1);
    }
    return peak;
  }

  /** One line per second since `sinceMs`. */
  histogram(sinceMs: number): string {
    const bins = new Map<number, { left: Record<Mode, number>; tried: number }>();
    const bin = (atMs: number) => {
      const second = Math.floor((atMs - sinceMs) / BIN_MS);
      if (!bins.has(second)) bins.set(second, { left: { poll: 0, 'long-poll': 0, sse: 0, websocket: 0 }, tried: 0 });
      return bins.get(second)!;
    };
    for (const { mode, atMs } of this.losses) bin(atMs).left[mode]++;
    for (const { atMs } of this.attempts) bin(atMs).tried++;
    const lines = [...bins].sort(([a], [b]) => a - b).map(([second, { left, tried }]) => {
      return `${String(second).padStart(3)} s  told: ${MODES.map((mode) => `${mode} ${String(left[mode]).padStart(3)}`).join('  ')}   came back: ${tried}`;
    });
    return lines.join('\n');
  }

  private watch(client: ChatClient): void {
    let set: number | null = null;
    client.subscribe(() => {
      const { nextAttemptTs, mode } = client.getSnapshot();
      if (nextAttemptTs === null && set !== null) this.attempts.push({ mode, atMs: set - performance.timeOrigin });
      if (nextAttemptTs !== null && set === null) this.losses.push({ mode, atMs: performance.now() });
      set = nextAttemptTs;
    });
  }
}
