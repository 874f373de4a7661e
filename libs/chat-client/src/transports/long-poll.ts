import { type Cursor, PATHS, TIMING } from '@fourways/chat-core';
import type { Http } from '../http.js';
import { readOnce } from '../read-once.js';
import type { Attempt, Delivery, Transport } from '../transport.js';
import { unreachable } from '../unreachable.js';

const WAIT_S = TIMING.longPollWaitMs / 1000;
const STUCK = { answers: 5, withinMs: 500 };

/**
 * Asks with a wait of 25 s, and at once again after each answer. Until it is up to date it asks without a wait, so
 * that it is soon known to work. More than five answers within 500 ms that move nothing count as trouble: something
 * on the way answers in the server's place.
 */
export class LongPollTransport implements Transport {
  readonly mode = 'long-poll';

  constructor(private readonly http: Http) {}

  async *open({ cursor, eph, conn, signal, meter }: Attempt): AsyncGenerator<Delivery> {
    const idle: number[] = [];
    let wait = 0;
    while (!signal.aborted) {
      const from = cursor();
      const timeoutMs = wait * 1000 + TIMING.longPollGraceMs;
      const request = { path: PATHS['long-poll'], timeoutMs, signal, meter };
      const { delivery } = await readOnce(this.http, { cursor: from, wait, eph: eph(), conn }, request);
      yield delivery;
      if (delivery.kind !== 'frame') return;
      wait = delivery.frame.upToDate ? WAIT_S : 0;
      if (moved(from, delivery.frame.next)) idle.length = 0;
      else refuseToSpin(idle);
    }
  }
}

function moved(from: Cursor, next: Cursor): boolean {
  return next > from;
}

function refuseToSpin(idle: number[]): void {
  idle.push(performance.now());
  if (idle.length <= STUCK.answers) return;
  if (performance.now() - idle.shift()! < STUCK.withinMs) throw unreachable('Long polls are answered without a wait');
}
