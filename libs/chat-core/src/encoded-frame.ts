import type { Cursor } from './cursor.js';
import { formatCursor } from './cursor-parts.js';
import type { Gap } from './notice.js';
import type { TailRecord } from './tail.js';

/** What a frame is made of. */
export interface FrameParts {
  epoch: string;
  prev: number;
  next: number;
  upToDate: boolean;
  records: readonly TailRecord[];
  /** JSON of an `Ephemeral`. */
  eph?: string | undefined;
  /** Server clock in ms; makes the frame a heartbeat. */
  heartbeatTs?: number | undefined;
}

/**
 * A frame whose JSON is put together once from events that were serialised once, and then shared by every reader
 * with the same news. `as` keeps one rendering per wire form, e.g. the bytes of an SSE message (PROTOCOL R5).
 */
export class EncodedFrame {
  readonly next: Cursor;
  readonly upToDate: boolean;
  readonly eventCount: number;
  readonly json: string;
  /** True when it tells nothing: no event, nothing ephemeral. */
  readonly empty: boolean;
  readonly isHeartbeat: boolean;
  private readonly renderings = new Map<unknown, unknown>();

  constructor({ epoch, prev, next, upToDate, records, eph, heartbeatTs }: FrameParts) {
    this.next = formatCursor(epoch, next);
    this.upToDate = upToDate;
    this.eventCount = records.length;
    this.isHeartbeat = heartbeatTs !== undefined;
    this.empty = records.length === 0 && !eph;
    const events = records.map((record) => record.json).join(',');
    const ephPart = eph ? `,"eph":${eph}` : '';
    const hbPart = heartbeatTs === undefined ? '' : `,"hb":{"t":${heartbeatTs}}`;
    const from = formatCursor(epoch, prev);
    this.json = `{"v":1,"prev":"${from}","next":"${this.next}","upToDate":${upToDate},"events":[${events}]${ephPart}${hbPart}}`;
  }

  /** The JSON of this frame as a heartbeat: the answer to a long wait that brought nothing. `ts` is the server's clock in ms. */
  heartbeat(ts: number): string {
    return `${this.json.slice(0, -1)},"hb":{"t":${ts}}}`;
  }

  /** The rendering of this frame by `render`, computed once per function. */
  as<T>(render: (frame: EncodedFrame) => T): T {
    let rendering = this.renderings.get(render) as T | undefined;
    if (rendering === undefined) {
      rendering = render(this);
      this.renderings.set(render, rendering);
    }
    return rendering;
  }
}

/** What one look into the log gives: a frame, or the reason why there can be none. */
export type Reading = { frame: EncodedFrame; gap?: undefined } | { frame?: undefined; gap: Gap };
