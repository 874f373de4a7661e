import { type Bye, bye, type Mode } from '@fourways/chat-core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { SessionService } from '../session/session.service.js';
import type { Session } from '../session/session.js';

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

/** All that is held open in this process, in whatever mode: its limits, and how it ends. */
@Injectable()
export class Connections implements OnModuleInit {
  private readonly open = new Map<string, Connection>();
  private readonly perUser = new Tally();
  private readonly perAddress = new Tally();
  private drainUntil: number | undefined;

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
    if (this.draining) return shutdown();
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

  get size(): number {
    return this.open.size;
  }

  /** True from the moment the server has been told to stop. */
  get draining(): boolean {
    return this.drainUntil !== undefined;
  }

  /** Says goodbye to everyone, each at a random moment of the window, so that they do not all come back at once. */
  async drain(): Promise<void> {
    const windowMs = this.open.size === 0 ? 0 : this.config.drainMs;
    this.drainUntil = Date.now() + windowMs;
    for (const connection of this.open.values()) setTimeout(() => connection.end(shutdown()), Math.random() * windowMs).unref();
    while (this.open.size > 0 && Date.now() < this.drainUntil) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const connection of this.open.values()) connection.end(shutdown());
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

function shutdown(): Bye {
  return bye(4001, Math.round(500 + Math.random() * 2_500));
}
