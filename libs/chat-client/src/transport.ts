import type { Ack, Bye, Command, Cursor, Frame, Gap, Hello, Mode } from '@fourways/chat-core';
import type { Meter } from './meters.js';

/**
 * What a transport hands up. A heartbeat is a frame with `hb`; "nothing new" is a frame without events. A `pulse` only
 * says that the line lives.
 */
export type Delivery =
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'bye'; readonly bye: Bye }
  | { readonly kind: 'pulse' };

/** A delivery that says something of the log. */
export type News = Exclude<Delivery, { kind: 'bye' | 'pulse' }>;

/**
 * Runs a command on an open connection. Rejects with the server's ChatError, or with `unreachable` when no
 * acknowledgement came; then it is not known whether the command was stored.
 */
export type CommandChannel = (command: Command) => Promise<Ack | null>;

export interface Attempt {
  /** The applied cursor, asked for again before every request. */
  cursor(): Cursor;
  /** Number of the typing and presence known so far. */
  eph(): number | undefined;
  /** Names this attempt to the server; never used twice, so that one attempt cannot supersede another. */
  readonly conn: string;
  /** Ends the attempt. A transport that carries commands may stay up to 2 s for their acknowledgements. */
  readonly signal: AbortSignal;
  /** Ends also what the attempt left waiting. */
  readonly closed: AbortSignal;
  readonly meter: Meter;
  /** Called once by a transport that carries commands, when it does. */
  readonly onChannel: (channel: CommandChannel) => void;
}

/**
 * One of the four ways to read the log. A transport is one attempt: it hands up what arrives, in order, and throws
 * at the first trouble. It never retries, never moves a cursor and knows nothing of the other three.
 */
export interface Transport {
  readonly mode: Mode;
  open(attempt: Attempt): AsyncIterable<Delivery>;
}
