/** Some bytes, with the time of their arrival. */
export interface Piece {
  readonly data: Buffer;
  readonly arrivedMs: number;
}

/** What a treatment is given of one direction of a connection. */
export interface Inflow {
  readonly pieces: AsyncIterable<Piece>;
  /** Resolves when another treatment is to take over, or the connection has closed. */
  readonly over: Promise<void>;
  /** Waits, though not longer than it is this treatment's turn. */
  pause(ms: number): Promise<void>;
}
