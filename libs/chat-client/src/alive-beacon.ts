import { type Mode, TIMING } from '@fourways/chat-core';

/** The modes whose server cannot see that the reader still reads. */
const NEEDED: readonly Mode[] = ['sse', 'websocket'];

export interface SignOfLife {
  readonly conn: string;
  /** Nobody sits here. Left out by a client that does not know. */
  readonly idle?: boolean;
}

/**
 * Tells the server every 45 s that this attempt is alive; the command carries what has been applied. Whether anybody sits
 * here is told in every mode: at once when it changes, and of each new attempt.
 */
export class AliveBeacon {
  private timer: ReturnType<typeof setInterval> | undefined;
  private conn: string | undefined;
  private idle: boolean | undefined;

  constructor(private readonly send: (sign: SignOfLife) => void) {}

  /** The attempt to speak for from now on; null for none. */
  follow(lane: { readonly conn: string; readonly mode: Mode } | null): void {
    if (lane?.conn === this.conn) return;
    clearInterval(this.timer);
    this.conn = lane?.conn;
    if (lane && NEEDED.includes(lane.mode)) this.timer = setInterval(() => this.tell(), TIMING.aliveBeaconMs);
    if (this.idle !== undefined) this.tell();
  }

  setIdle(idle: boolean): void {
    if (idle === this.idle) return;
    this.idle = idle;
    this.tell();
  }

  private tell(): void {
    if (this.conn !== undefined) this.send({ conn: this.conn, ...(this.idle !== undefined && { idle: this.idle }) });
  }
}
