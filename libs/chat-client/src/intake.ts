import type { ChatEvent, Frame, GapReason } from '@fourways/chat-core';
import type { ClockOffset } from './clock-offset.js';
import type { Ephemera } from './ephemera.js';
import type { Meters } from './meters.js';
import type { Lane } from './lane.js';
import type { Replica } from './replica.js';
import type { News } from './transport.js';

/** What a delivery means for the connection, how many known events it repeated and how many were missing. */
export interface Taken {
  readonly outcome: 'nothing' | 'behind' | 'up-to-date' | 'hole' | 'gap';
  readonly duplicates: number;
  readonly lost: number;
}

interface Parts {
  readonly replica: Replica;
  readonly ephemera: Ephemera;
  readonly clock: ClockOffset;
  readonly meters: Meters;
  /** Told after events have been applied, or the cursor has moved without any. */
  readonly applied: (events: readonly ChatEvent[]) => void;
  readonly gap: (reason: GapReason) => void;
}

/** Puts what arrives where it belongs: events to the replica, typing and presence to the ephemera, times to the clock. */
export class Intake {
  constructor(private readonly parts: Parts) {}

  take(delivery: News, lane: Lane): Taken {
    switch (delivery.kind) {
      case 'hello':
        this.parts.clock.seen(delivery.hello.t, lane.openedTs);
        return { outcome: 'nothing', duplicates: 0, lost: 0 };
      case 'gap':
        this.parts.meters.of(lane.mode).add({ gaps: 1 });
        this.parts.gap(delivery.gap.reason);
        return { outcome: 'gap', duplicates: 0, lost: 0 };
      case 'frame':
        return this.frame(delivery.frame, lane);
    }
  }

  private frame(frame: Frame, lane: Lane): Taken {
    const { replica, clock, meters } = this.parts;
    if (frame.hb) clock.seen(frame.hb.t);
    const { acceptance, applied, duplicates, lost } = replica.take(frame);
    const meter = meters.of(lane.mode);
    const empty = frame.events.length === 0 ? 1 : 0;
    meter.add({ frames: 1, emptyAnswers: empty, events: applied.length, duplicatesDropped: duplicates, lost });
    if (acceptance === 'other-epoch') return this.take({ kind: 'gap', gap: { reason: 'epoch', head: frame.next } }, lane);
    if (frame.eph) this.parts.ephemera.take(frame.eph);
    if (acceptance === 'hole') {
      meter.add({ holes: 1 });
      return { outcome: 'hole', duplicates, lost };
    }
    if (lane.synced) for (const { ts } of applied) meter.latency(clock.since(ts));
    if (acceptance === 'apply') this.applied(applied);
    return { outcome: frame.upToDate ? 'up-to-date' : 'behind', duplicates, lost };
  }

  private applied(events: readonly ChatEvent[]): void {
    this.parts.ephemera.applied(events);
    this.parts.applied(events);
  }
}
