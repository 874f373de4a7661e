import { type Bye, bye, type Cursor, type Following, type Gap, type LogReader, type Mode, type Sink, TIMING, type Viewer, type Viewers } from '@fourways/chat-core';
import { Logger } from '@nestjs/common';
import type { PresenceBoard } from '../presence/presence-board.js';
import type { Session } from '../session/session.js';
import type { Connection, Connections } from './connections.js';

/** How a stream of one mode is written to. */
export interface Pipe extends Pick<Sink, 'writable' | 'write'> {
  gap(gap: Gap): void;
  /** Says goodbye and closes. */
  end(goodbye: Bye): void;
  /** Closes at once, whatever has not left; does nothing when all has. */
  destroy(): void;
}

export interface StreamServices {
  readonly reader: LogReader;
  readonly viewers: Viewers;
  readonly presence: PresenceBoard;
  readonly connections: Connections;
}

interface StreamOptions {
  readonly mode: Mode;
  readonly session: Session;
  readonly conn: string;
  readonly address: string;
  readonly heartbeatMs: number;
  /** How long its person counts as here without a sign of life. */
  readonly leaseMs: number;
}

const LEAVE_GRACE_MS = 10_000;
const RETRY_MS = 1_000;
const SLOW_CHECK_MS = TIMING.unwritableMs / 2;
/** How long a stream that has ended may take for its last message; who reads nothing would keep it open for ever. */
const LAST_WORD_MS = TIMING.unwritableMs;

/** The life of one stream, whatever its wire: follow the log, beat, notice a reader that takes nothing, end once. */
export class Stream implements Connection {
  readonly mode: Mode;
  readonly conn: string;
  readonly address: string;
  readonly session: Session;
  private readonly logger = new Logger(Stream.name);
  private following: Following | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private closed = false;
  /** Gives back what `start` has taken. */
  private leave: () => void = () => {};
  private stuckSinceMs: number | undefined;

  constructor(
    private readonly services: StreamServices,
    private readonly options: StreamOptions,
    private readonly pipe: Pipe,
  ) {
    this.mode = options.mode;
    this.conn = options.conn;
    this.address = options.address;
    this.session = options.session;
  }

  /** Registers the stream; a goodbye means that it was turned away. */
  admit(): Bye | undefined {
    return this.services.connections.add(this);
  }

  /** Follows the log from the cursor; when that is not possible, says goodbye. */
  start(cursor: Cursor, eph: number | undefined): Promise<void> {
    return this.follow(cursor, eph).catch((error: unknown) => this.fail(error));
  }

  private async follow(cursor: Cursor, eph: number | undefined): Promise<void> {
    const { reader, viewers, presence } = this.services;
    const viewer: Viewer = await viewers.enter(this.session.user.id);
    if (this.closed) return viewers.leave(this.session.user.id);
    presence.renew(this.session.user, viewer, { id: this.conn, ttlMs: this.options.leaseMs });
    this.leave = () => this.depart();
    this.following = reader.follow(cursor, viewer, this.sink(), eph);
    if (this.closed) return this.following.stop();
    this.every(this.options.heartbeatMs * (0.9 + Math.random() * 0.2), () => this.beat());
    this.every(SLOW_CHECK_MS, () => this.checkSlow());
    this.timers.push(setTimeout(() => this.end(bye(4102)), recycleMs()).unref());
  }

  /** The pipe takes more. */
  drained(): void {
    this.stuckSinceMs = undefined;
    this.following?.resume();
  }

  end(goodbye: Bye): void {
    if (this.closed) return;
    this.close();
    this.pipe.end(goodbye);
    this.awaitLastWord();
  }

  /** Frees all that the stream holds; to be called when its socket has closed. Calling it again does nothing. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.services.connections.remove(this);
    this.following?.stop();
    this.leave();
  }

  private depart(): void {
    this.services.viewers.leave(this.session.user.id);
    this.services.presence.release(this.session.user.id, this.conn, LEAVE_GRACE_MS);
  }

  private sink(): Sink {
    return {
      writable: () => this.pipe.writable(),
      write: (frame) => this.pipe.write(frame),
      gap: (gap) => {
        this.close();
        this.pipe.gap(gap);
        this.awaitLastWord();
      },
      failed: (error) => this.fail(error),
    };
  }

  private fail(error: unknown): void {
    this.logger.error(error);
    this.end(bye(4001, RETRY_MS));
  }

  private beat(): void {
    this.following?.heartbeat(this.services.reader.epoch);
    if (this.mode === 'websocket') this.services.presence.touch(this.session.user.id, this.conn, this.options.leaseMs);
  }

  /** A reader that has taken nothing for too long costs a socket and gets nothing: it may come back when it can read. */
  private checkSlow(): void {
    if (this.pipe.writable()) this.stuckSinceMs = undefined;
    else this.stuckSinceMs ??= performance.now();
    if (this.stuckSinceMs === undefined || performance.now() - this.stuckSinceMs < TIMING.unwritableMs) return;
    this.end(bye(4008));
  }

  private awaitLastWord(): void {
    setTimeout(() => this.pipe.destroy(), LAST_WORD_MS).unref();
  }

  private every(ms: number, task: () => void): void {
    this.timers.push(setInterval(task, ms).unref());
  }
}

function recycleMs(): number {
  return TIMING.recycleMinMs + Math.random() * (TIMING.recycleMaxMs - TIMING.recycleMinMs);
}
