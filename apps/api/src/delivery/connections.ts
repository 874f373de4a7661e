import { type Bye, bye, type Mode } from '@fourways/chat-core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { SessionService } from '../session/session.service.js';
import type { Session } from '../session/session.js';
import { Farewell } from './farewell.js';
import { Pollers } from './pollers.js';

/** Something that is held open for a client: a parked poll or a stream. */
export interface Connection {
  /** Invented by the client; a newer connection with the same one takes the place of the older. */
  readonly conn: string;
  readonly mode: Mode;
  readonly session: Session;
  readonly address: string;
  /** Says goodbye and closes. */
  end(goodbye: Bye): void;
}

const BUSY_RETRY_MS = 3_000;

/** The clients of this process, in whatever mode: what they hold open, its limits, and how it ends. */
@Injectable()
export class Connections implements OnModuleInit {
  private readonly open = new Map<string, Connection>();
  private readonly perUser = new Tally();
  private readonly perAddress = new Tally();
  private readonly pollers = new Pollers();
  private farewell: Farewell | undefined;

  constructor(
    private readonly config: Config,
    private readonly sessions: SessionService,
  ) {}

  onModuleInit(): void {
    this.sessions.onEnded(({ id }) => {
      for (const connection of this.open.values()) if (connection.session.id === id) connection.end(bye(4500));
    });
  }

  /** Registers the connection, or returns the goodbye with which it must be turned away. */
  add(connection: Connection): Bye | undefined {
    const leaving = this.leaving(keyOf(connection));
    if (leaving) return leaving;
    if (this.sessions.hasEnded(connection.session)) return bye(4500);
    const older = this.open.get(keyOf(connection));
    if (older) {
      this.remove(older);
      older.end(bye(4109));
    }
    if (this.isFull(connection)) return bye(4201, BUSY_RETRY_MS);
    this.open.set(keyOf(connection), connection);
    this.perUser.add(connection.session.user.id);
    this.perAddress.add(connection.address);
    return undefined;
  }

  remove(connection: Connection): void {
    if (this.open.get(keyOf(connection)) !== connection) return;
    this.open.delete(keyOf(connection));
    this.perUser.remove(connection.session.user.id);
    this.perAddress.remove(connection.address);
  }

  /** Somebody asks who holds nothing open. The goodbye means that she must be turned away. */
  visit({ id }: Session, conn = '', hidden = false): { leaseMs: number; goodbye: Bye | undefined } {
    const key = `poll:${id}:${conn}`;
    const { leaseMs, nextMs } = this.pollers.visit(key, hidden);
    return { leaseMs, goodbye: this.leaving(key, nextMs) };
  }

  /** The goodbye for someone who comes while the server goes down. */
  get closedDoor(): Bye | undefined {
    return this.farewell?.goodbye();
  }

  get size(): number {
    return this.open.size;
  }

  /** True from the moment the server has been told to stop. */
  get draining(): boolean {
    return this.farewell !== undefined;
  }

  /** Says goodbye to everyone, each at a random moment of the window, so that they do not all come back at once. */
  async drain(): Promise<void> {
    const { drainMs } = this.config;
    const farewell = new Farewell([...this.open.keys(), ...this.pollers.expected(drainMs)], this.config);
    this.farewell = farewell;
    for (const key of this.open.keys()) setTimeout(() => this.part(key, farewell), farewell.inMs(key)).unref();
    const until = performance.now() + drainMs;
    while (!farewell.over && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const key of this.open.keys()) this.part(key, farewell);
  }

  private part(key: string, farewell: Farewell): void {
    const goodbye = farewell.tell(key);
    this.open.get(key)?.end(goodbye);
  }

  /** The goodbye for a client that is to be told now, or before it asks again in `nextMs`. */
  private leaving(key: string, nextMs = 0): Bye | undefined {
    return this.farewell && this.farewell.inMs(key) <= nextMs ? this.farewell.tell(key) : undefined;
  }

  private isFull({ session, address }: Connection): boolean {
    const { total, perUser, perAddress } = this.config.connections;
    return this.open.size >= total || this.perUser.of(session.user.id) >= perUser || this.perAddress.of(address) >= perAddress;
  }
}

/** How many connections each key holds. */
class Tally {
  private readonly counts = new Map<string, number>();

  of(key: string): number {
    return this.counts.get(key) ?? 0;
  }

  add(key: string): void {
    this.counts.set(key, this.of(key) + 1);
  }

  remove(key: string): void {
    if (this.of(key) > 1) this.counts.set(key, this.of(key) - 1);
    else this.counts.delete(key);
  }
}

function keyOf({ session, conn, mode }: Connection): string {
  return `${mode}:${session.user.id}:${conn}`;
}
