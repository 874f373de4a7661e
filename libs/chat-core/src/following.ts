import { EncodedFrame, type Reading } from './encoded-frame.js';
import { parseCursor } from './cursor-parts.js';
import { LIMITS } from './limits.js';
import type { Gap } from './notice.js';
import type { Pacer } from './pacer.js';
import type { Viewer } from './viewer.js';
import type { Look, Place } from './log-reader.js';

/** Where a followed log is written to: a connection that can say whether it takes more. */
export interface Sink {
  /** False while earlier frames have not left; call `resume` of the following when it turns true. */
  writable(): boolean;
  write(frame: EncodedFrame): void;
  /** The last thing that is written: the log cannot be followed from here. */
  gap(gap: Gap): void;
  /** The log could not be read; the connection should end. */
  failed(error: unknown): void;
}

interface Source {
  look(place: Place, viewer: Viewer): Look | Promise<Look>;
}

/**
 * A reader parked at a place of the log. Its whole state is that place and a few flags, however slow its sink is:
 * what it has not taken is read again later, from the tail or the database (PROTOCOL R3, G6).
 * At the head it runs without a promise, so that a thousand of them can be woken in one turn.
 */
export class Following {
  private place: Place = { pos: 0 };
  /** End of the last frame written; the next one starts here. */
  private sent = 0;
  private dirty = true;
  /** The last frame was full: what follows it is there already, so there is nothing to collect by waiting. */
  private behind = false;
  private running = false;
  private stopped = false;
  private toldUpToDate = false;
  private lastWriteMs = -Infinity;
  private unlisten: () => void = () => {};
  private readonly wakeListener = () => this.wake();
  private readonly runDeferred = () => this.run();

  constructor(
    private readonly source: Source,
    private readonly viewer: Viewer,
    private readonly sink: Sink,
    private readonly pacer: Pacer,
  ) {}

  start(place: Place): void {
    this.place = place;
    this.sent = place.pos;
    this.unlisten = this.viewer.listen(this.wakeListener);
    this.run();
  }

  /** The sink takes more again. */
  resume(): void {
    if (this.dirty) this.wake();
  }

  /** Something could be new. */
  wake(): void {
    this.dirty = true;
    if (this.running || this.stopped) return;
    if (this.behind || !this.pacer.tooSoon(this.lastWriteMs)) this.run();
    else this.pacer.defer(this.runDeferred);
  }

  /** Tells a quiet reader that the connection lives, and moves its cursor past what it may not see. */
  heartbeat(epoch: string): void {
    if (!this.idle) return;
    this.dirty = true;
    this.run();
    if (!this.idle) return;
    const { pos } = this.place;
    this.sink.write(new EncodedFrame({ epoch, prev: this.sent, next: pos, upToDate: !this.dirty, records: [], heartbeatTs: Date.now() }));
    this.sent = pos;
  }

  stop(): void {
    this.stopped = true;
    this.unlisten();
  }

  get position(): number {
    return this.place.pos;
  }

  private get idle(): boolean {
    return !this.stopped && !this.running && this.sink.writable();
  }

  private run(): void {
    if (this.running) return;
    this.running = true;
    try {
      while (this.dirty && !this.stopped && this.sink.writable()) {
        this.dirty = false;
        const look = this.source.look({ ...this.place, prev: this.sent }, this.viewer);
        if (look instanceof Promise) return void look.then(this.takeLater, this.fail);
        this.take(look);
      }
      this.running = false;
    } catch (error) {
      this.fail(error);
    }
  }

  private readonly takeLater = (look: Look): void => {
    this.running = false;
    if (this.stopped) return;
    try {
      this.take(look);
    } catch (error) {
      return this.fail(error);
    }
    this.run();
  };

  /** One reader that fails must not end the turn in which others are woken. */
  private readonly fail = (error: unknown): void => {
    this.running = false;
    if (this.stopped) return;
    this.stop();
    this.sink.failed(error);
  };

  private take({ reading, place }: Look): void {
    if (!reading.frame) return this.giveUp(reading);
    this.place = place;
    this.behind = !reading.frame.upToDate;
    this.dirty ||= this.behind;
    const farBehind = place.pos - this.sent >= LIMITS.quietEvents;
    if (reading.frame.empty && ((this.toldUpToDate && !farBehind) || !reading.frame.upToDate)) return;
    this.toldUpToDate ||= reading.frame.upToDate;
    this.sink.write(reading.frame);
    this.sent = parseCursor(reading.frame.next).seq;
    this.lastWriteMs = performance.now();
  }

  private giveUp({ gap }: Extract<Reading, { gap: Gap }>): void {
    this.stop();
    const lagged = gap.reason === 'too_far' && this.toldUpToDate;
    this.sink.gap(lagged ? { ...gap, reason: 'lagged' } : gap);
  }
}
