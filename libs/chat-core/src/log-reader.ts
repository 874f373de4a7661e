import type { Cursor } from './cursor.js';
import { formatCursor, parseCursor } from './cursor-parts.js';
import type { Reading } from './encoded-frame.js';
import { EphemeralSource } from './ephemeral-source.js';
import { EventLog } from './event-log.js';
import type { ChatEvent, LogRecord } from './event.js';
import { Following, type Sink } from './following.js';
import { FrameCache } from './frame-cache.js';
import { LIMITS } from './limits.js';
import type { Gap, GapReason } from './notice.js';
import { Pacer } from './pacer.js';
import { encode, Tail, type TailRecord } from './tail.js';
import type { Viewer } from './viewer.js';
import { Waiting, type WaitOptions } from './waiting.js';

const SCAN_LIMIT = 1_000;

/** Where a reader stands: `pos` in the log and `eph` in the ephemeral state. `prev` is what its last frame ended with. */
export interface Place {
  readonly pos: number;
  readonly prev?: number;
  readonly eph?: number | undefined;
}

/** A part of the log: what comes after `from`, up to `to` and with it. */
export interface Stretch {
  readonly from: Cursor;
  readonly to: Cursor;
}

/** What a look gave, with the place to look from next. */
export interface Look {
  readonly reading: Reading;
  readonly place: Place;
}

/**
 * The one way to read the log, for all four modes: `read` is what is there now, `wait` is read or else park until
 * there is something, `follow` is wait for ever (PROTOCOL R1–R3).
 */
export class LogReader {
  private readonly frames = new FrameCache();
  private readonly pacer = new Pacer();

  constructor(
    private readonly tail: Tail,
    private readonly log: EventLog,
    private readonly ephemera: EphemeralSource,
  ) {
    tail.onGrown((records) => {
      if (records.some(({ event }) => event.type === 'message.removed')) this.frames.clear();
    });
  }

  async read(cursor: Cursor, viewer: Viewer, eph?: number): Promise<Reading> {
    const place = this.enter(cursor, eph);
    return 'reason' in place ? { gap: place } : (await this.look(place, viewer)).reading;
  }

  async wait(cursor: Cursor, viewer: Viewer, options: WaitOptions): Promise<Reading> {
    const place = this.enter(cursor, options.eph);
    return 'reason' in place ? { gap: place } : new Waiting(this, viewer, place, options).result();
  }

  /** Writes all there is and all that will be to the sink, until `stop` is called or a gap has been told. */
  follow(cursor: Cursor, viewer: Viewer, sink: Sink, eph?: number): Following {
    const place = this.enter(cursor, eph);
    const following = new Following(this, viewer, sink, this.pacer);
    if ('reason' in place) sink.gap(place);
    else following.start(place);
    return following;
  }

  /** Answers at once from the tail where it reaches, otherwise from the log. */
  look(place: Place, viewer: Viewer): Look | Promise<Look> {
    const reason = this.gapAt(place.pos) ?? tooFar(place.pos, this.tail.head, LIMITS.replayEvents);
    if (reason) return { reading: { gap: this.gap(reason) }, place };
    const records = this.tail.after(place.pos, SCAN_LIMIT);
    return records ? this.show(records, place, viewer) : this.lookBack(place, viewer);
  }

  /** Calls `visit` with every event of the stretch that the viewer may see, in order; the gap says why it could not. */
  async walk({ from, to }: Stretch, viewer: Viewer, visit: (event: ChatEvent) => void): Promise<Gap | undefined> {
    const [start, end] = [this.enter(from), this.enter(to)];
    if ('reason' in start || 'reason' in end) return this.gap('epoch');
    const reason = this.gapAt(end.pos) ?? this.gapAt(start.pos) ?? tooFar(start.pos, end.pos, LIMITS.auditEvents);
    if (reason) return this.gap(reason);
    for (let { pos } = start; pos < end.pos; ) {
      const records = this.tail.after(pos, SCAN_LIMIT) ?? this.told(pos, await this.log.readAfter(pos, SCAN_LIMIT));
      if (!records) return this.gap('expired');
      const within = records.filter(({ event }) => event.seq <= end.pos);
      for (const record of within) if (viewer.sees(record)) visit(record.event);
      pos += within.length;
    }
    return undefined;
  }

  get epoch(): string {
    return this.tail.epoch;
  }

  head(): Cursor {
    return formatCursor(this.tail.epoch, this.tail.head);
  }

  private enter(cursor: Cursor, eph?: number): Place | Gap {
    const { epoch, seq } = parseCursor(cursor);
    return epoch === this.tail.epoch ? { pos: seq, eph } : this.gap('epoch');
  }

  private gap(reason: GapReason): Gap {
    return { reason, head: this.head() };
  }

  private gapAt(pos: number): GapReason | undefined {
    if (pos > this.tail.head) return 'future';
    return pos < this.tail.first - 1 ? 'expired' : undefined;
  }

  private async lookBack(place: Place, viewer: Viewer): Promise<Look> {
    const records = this.told(place.pos, await this.log.readAfter(place.pos, SCAN_LIMIT));
    return records ? this.show(records.map(encode), place, viewer) : { reading: { gap: this.gap('expired') }, place };
  }

  /**
   * Of what the log has after a place, as much as the tail has told too: the log may be ahead of it, and the rest is left
   * for the next look. Undefined when the first of it has been pruned.
   */
  private told(pos: number, records: LogRecord[]): LogRecord[] | undefined {
    const pruned = records[0]?.event.seq !== pos + 1;
    return pruned ? undefined : records.filter(({ event }) => event.seq <= this.tail.head);
  }

  private show(records: readonly TailRecord[], place: Place, viewer: Viewer): Look {
    const { visible, next } = select(records, viewer, place.pos);
    const upToDate = next >= this.tail.head;
    const eph = upToDate ? this.ephemera.since(place.eph, viewer) : null;
    const prev = place.prev ?? place.pos;
    const frame = this.frames.frame({ epoch: this.tail.epoch, prev, next, upToDate, records: visible, eph: eph?.json });
    return { reading: { frame }, place: { pos: next, prev, eph: eph?.n ?? place.eph } };
  }
}

function tooFar(from: number, to: number, limit: number): GapReason | undefined {
  return to - from > limit ? 'too_far' : undefined;
}

/** As many visible records as fit into one frame, and how far they were looked for. */
function select(records: readonly TailRecord[], viewer: Viewer, after: number) {
  const visible: TailRecord[] = [];
  let next = after;
  let bytes = 0;
  for (const record of records) {
    if (viewer.sees(record)) {
      bytes += record.bytes;
      const full = visible.length === LIMITS.batchEvents || (visible.length > 0 && bytes > LIMITS.batchBytes);
      if (full) break;
      visible.push(record);
    }
    next = record.seq;
  }
  return { visible, next };
}
