import type { Reading } from './encoded-frame.js';
import { LIMITS } from './limits.js';
import type { Look, Place } from './log-reader.js';
import { TIMING } from './timing.js';
import type { Viewer } from './viewer.js';

export interface WaitOptions {
  /** How long to park when there is nothing; 0 reads only. */
  waitMs: number;
  /** Ends the waiting at once, e.g. when the client has gone: the promise then resolves with what is there. */
  signal?: AbortSignal;
  eph?: number | undefined;
}

interface Source {
  look(place: Place, viewer: Viewer): Look | Promise<Look>;
}

/** One parked read: listens first, then reads, then parks, so that nothing falls between (PROTOCOL R2). */
export class Waiting {
  private readonly since = performance.now();
  private readonly from: number;
  private wake: () => void = () => {};

  constructor(
    private readonly source: Source,
    private readonly viewer: Viewer,
    private place: Place,
    private readonly options: WaitOptions,
  ) {
    this.from = place.pos;
  }

  async result(): Promise<Reading> {
    let rung = false;
    const unlisten = this.viewer.listen(() => {
      rung = true;
      this.wake();
    });
    try {
      for (;;) {
        rung = false;
        const { reading, place } = await this.source.look(this.place, this.viewer);
        if (this.isNews(reading) || this.isFarFrom(place) || this.leftMs() <= 0 || this.options.signal?.aborted) return reading;
        this.place = { ...place, eph: this.place.eph, prev: place.prev ?? this.place.pos };
        if (!rung) await this.park(reading);
      }
    } finally {
      unlisten();
    }
  }

  private isNews({ frame }: Reading): boolean {
    if (!frame || frame.eventCount > 0 || !frame.upToDate) return true;
    return !frame.empty && this.ephemeralDelayMs() <= 0;
  }

  /** Even without news the client's cursor has to keep up. */
  private isFarFrom({ pos }: Place): boolean {
    return pos - this.from >= LIMITS.quietEvents;
  }

  /** Typing and presence alone answer a parked read at most once a second. */
  private ephemeralDelayMs(): number {
    if (this.options.eph === undefined) return 0;
    return this.since + TIMING.longPollEphemeralMs - performance.now();
  }

  private leftMs(): number {
    return this.since + this.options.waitMs - performance.now();
  }

  private park({ frame }: Reading): Promise<void> {
    const ephemeralWaits = frame && !frame.empty;
    const forMs = ephemeralWaits ? Math.min(this.leftMs(), this.ephemeralDelayMs()) : this.leftMs();
    return new Promise((resolve) => {
      const timer = setTimeout(done, forMs);
      const { signal } = this.options;
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
      this.wake = done;
    });
  }
}
