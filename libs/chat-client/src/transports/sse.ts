import { PATHS } from '@fourways/chat-core';
import { fetchAnswers } from '../fetch-answers.js';
import type { Http } from '../http.js';
import { Mailbox } from '../mailbox.js';
import { byteLength } from '../meters.js';
import type { Attempt, Delivery, Transport } from '../transport.js';
import { queryString } from '../query-string.js';
import { unreachable } from '../unreachable.js';

const NAMES = ['hello', 'frame', 'hb', 'gap', 'bye'];

/** What the browser's EventSource and its twin for Node have in common. */
interface EventStream {
  onerror: ((event: Event) => unknown) | null;
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

/**
 * Server-Sent Events through the platform's EventSource (WHATWG HTML §9.2). It is closed at its first error, since
 * left alone it would reconnect by itself, from a stale URL.
 */
export class SseTransport implements Transport {
  readonly mode = 'sse';

  constructor(private readonly http: Http) {}

  async *open({ cursor, eph, conn, signal, meter }: Attempt): AsyncGenerator<Delivery> {
    const query = queryString({ cursor: cursor(), eph: eph(), conn });
    const mailbox = new Mailbox<readonly [name: string, data: string]>();
    const stream = await this.connect(`${this.http.baseUrl}${PATHS.sse}?${query}`);
    meter.add({ requests: 1 });
    for (const name of NAMES) {
      stream.addEventListener(name, ({ data }) => {
        meter.add({ bytesIn: byteLength(data) });
        mailbox.put([name, data]);
      });
    }
    stream.onerror = () => mailbox.end(unreachable('The event stream broke'));
    const close = () => {
      stream.close();
      mailbox.end();
    };
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
    try {
      const { decode } = await fetchAnswers();
      for await (const [name, data] of mailbox) {
        const delivery = decode(name, JSON.parse(data));
        if (delivery) yield delivery;
      }
    } finally {
      stream.close();
      signal.removeEventListener('abort', close);
    }
  }

  private async connect(url: string): Promise<EventStream> {
    if (globalThis.EventSource) return new globalThis.EventSource(url);
    const { EventSource } = await import('eventsource');
    return new EventSource(url, { fetch: (input, init) => this.http.fetch(input, init as RequestInit) }) as EventStream;
  }
}
