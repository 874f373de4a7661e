import { type Mode, TIMING } from '@fourways/chat-core';

/** The modes whose server cannot see that the reader still reads. */
const NEEDED: readonly Mode[] = ['sse', 'websocket'];

/** Tells the server every 45 s that this attempt is alive; the command carries what has been applied. */
export class AliveBeacon {
  private timer: ReturnType<typeof setInterval> | undefined;
  private conn: string | undefined;

  constructor(private readonly send: (conn: string) => void) {}

  /** The attempt to speak for from now on; null for none. */
  follow(lane: { readonly conn: string; readonly mode: Mode } | null): void {
    if (lane?.conn === this.conn) return;
    clearInterval(this.timer);
    this.conn = lane?.conn;
    if (lane && NEEDED.includes(lane.mode)) this.timer = setInterval(() => this.send(lane.conn), TIMING.aliveBeaconMs);
  }
}
