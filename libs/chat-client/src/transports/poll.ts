import { PATHS, TIMING } from '@fourways/chat-core';
import type { Http } from '../http.js';
import type { Pace } from '../pace.js';
import { readOnce } from '../read-once.js';
import type { Attempt, Delivery, Transport } from '../transport.js';

const JITTER = 0.2;

interface Options {
  readonly http: Http;
  /** Cuts the wait between two requests short. */
  readonly pace: Pace;
  /** Asked before each wait. */
  readonly intervalMs: () => number;
  readonly random: () => number;
}

/**
 * Asks, waits, asks again. The interval is the one set, ± 20 % so that clients do not keep step; a
 * page that nobody looks at asks at most every 15 s, and says so. While a frame says that more follows, it does not wait. A request gets 10 s.
 */
export class PollTransport implements Transport {
  readonly mode = 'poll';

  constructor(private readonly options: Options) {}

  async *open({ cursor, eph, conn, signal, meter }: Attempt): AsyncGenerator<Delivery> {
    const { http, pace } = this.options;
    let etag: string | null = null;
    while (!signal.aborted) {
      pace.settle();
      const headers: Record<string, string> = etag ? { 'If-None-Match': etag } : {};
      const reading = await readOnce(http, { cursor: cursor(), eph: eph(), conn, ...(isHidden() && { hidden: 1 }) }, { path: PATHS.poll, headers, signal, meter });
      etag = reading.etag ?? etag;
      yield reading.delivery;
      if (reading.delivery.kind !== 'frame') return;
      if (reading.delivery.frame.upToDate) await pace.wait(this.intervalMs(), signal);
    }
  }

  private intervalMs(): number {
    const wanted = this.options.intervalMs() * (1 - JITTER + 2 * JITTER * this.options.random());
    return isHidden() ? Math.max(TIMING.pollHiddenMs, wanted) : wanted;
  }
}

function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}
