import type { Mode } from '@fourways/chat-core';
import type { Http } from './http.js';
import type { Pace } from './pace.js';
import type { Transport } from './transport.js';
import { LongPollTransport } from './transports/long-poll.js';
import { PollTransport } from './transports/poll.js';
import { SseTransport } from './transports/sse.js';
import { WebSocketTransport } from './transports/websocket.js';

interface Wiring {
  readonly http: Http;
  readonly pace: Pace;
  readonly intervalMs: () => number;
  readonly random: () => number;
}

/** The four ways over one server. */
export function transportsOf(wiring: Wiring): Record<Mode, Transport> {
  return {
    poll: new PollTransport(wiring),
    'long-poll': new LongPollTransport(wiring.http),
    sse: new SseTransport(wiring.http),
    websocket: new WebSocketTransport(wiring.http),
  };
}
