import {
  accept,
  type Acceptance,
  applyEvents,
  applyHistory,
  type ChatEvent,
  type Cursor,
  type Frame,
  type HistoryPage,
  parseCursor,
  type Snapshot,
  type Timeline,
  timelineFrom,
} from '@fourways/chat-core';
import { Continuity } from './continuity.js';
import { Retention } from './retention.js';
import { RunningAudit, type Statement } from './running-audit.js';

/** What became of a frame: the events applied, and how many were known already. */
export interface Taken {
  readonly acceptance: Acceptance;
  readonly applied: readonly ChatEvent[];
  readonly duplicates: number;
  /** Events that should have been among them and were not: the numbers of a room had a hole. Always 0, or a promise is broken. */
  readonly lost: number;
}

interface State {
  readonly cursor: Cursor;
  readonly timeline: Timeline;
  readonly audit: RunningAudit;
}

const NOTHING = { applied: [], duplicates: 0, lost: 0 };

/**
 * The state and the cursor that it is the state of. They change together or not at all: a cursor means nothing
 * without its state. Only frames and snapshots move the cursor, never an acknowledgement (PROTOCOL N1, N2).
 */
export class Replica {
  private readonly continuity = new Continuity();
  private state: State | null = null;

  constructor(
    private readonly changed: (timeline: Timeline | null) => void,
    private readonly retention = new Retention(),
  ) {}

  get cursor(): Cursor | null {
    return this.state?.cursor ?? null;
  }

  get timeline(): Timeline | null {
    return this.state?.timeline ?? null;
  }

  /** `seq` up to which everything is applied. */
  get seq(): number {
    return this.state ? parseCursor(this.state.cursor).seq : 0;
  }

  /** What was applied since the last snapshot; null without one. */
  get statement(): Statement | null {
    return this.state && this.state.audit.upTo(this.state.cursor);
  }

  reset(snapshot: Snapshot): void {
    this.continuity.reset(snapshot);
    this.set({ cursor: snapshot.cursor, timeline: timelineFrom(snapshot), audit: new RunningAudit(snapshot.cursor) });
  }

  clear(): void {
    this.state = null;
    this.changed(null);
  }

  /** Takes a frame by the one rule; on `hole` and `other-epoch` nothing has changed. */
  take(frame: Frame): Taken {
    const { cursor, timeline, audit } = this.state!;
    const acceptance = accept(cursor, frame);
    if (acceptance === 'nothing-new') return { ...NOTHING, acceptance, duplicates: frame.events.length };
    if (acceptance !== 'apply') return { acceptance, ...NOTHING };
    const { seq } = parseCursor(cursor);
    const applied = frame.events.filter((event) => event.seq > seq);
    const kept = this.retention.bounded(timeline, applied.map(({ roomId }) => roomId));
    const next = { audit, cursor: frame.next, timeline: applyEvents(kept, applied) };
    audit.add(applied);
    this.set(next);
    return { acceptance, applied, duplicates: frame.events.length - applied.length, lost: this.continuity.missing(applied) };
  }

  addHistory(roomId: string, before: number, page: HistoryPage): void {
    if (this.state) this.set({ ...this.state, timeline: applyHistory(this.state.timeline, roomId, before, page) });
  }

  /** Keeps what is loaded of a room until the answer is called. */
  hold(roomId: string): () => void {
    const release = this.retention.hold(roomId);
    return () => {
      release();
      if (!this.state) return;
      const timeline = this.retention.bounded(this.state.timeline, [roomId]);
      if (timeline !== this.state.timeline) this.set({ ...this.state, timeline });
    };
  }

  private set(state: State): void {
    this.state = state;
    this.changed(state.timeline);
  }
}
