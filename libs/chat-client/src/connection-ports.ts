import type { Cursor, Mode } from '@fourways/chat-core';
import type { Taken } from './intake.js';
import type { Lane } from './lane.js';
import type { Meters } from './meters.js';
import type { Delivery, News, Transport } from './transport.js';
import type { ConnectionView } from './view.js';

/** What a connection needs of the client around it. */
export interface ConnectionPorts {
  readonly transports: Readonly<Record<Mode, Transport>>;
  readonly meters: Meters;
  readonly random: () => number;
  /** The applied cursor; null before the first snapshot. */
  cursor(): Cursor | null;
  eph(): number | undefined;
  take(delivery: News, lane: Lane): Taken;
  /** One GET of the log from the applied cursor. */
  read(): Promise<Delivery>;
  /** Starts again from a new snapshot: when it resolves, state and cursor are new. */
  resync(): Promise<void>;
  show(change: Partial<ConnectionView>): void;
  /** A lane has ended by itself. */
  failed(lane: Lane, cause: unknown): void;
  /** The present lane has delivered everything there was, again. */
  upToDate(lane: Lane): void;
}
