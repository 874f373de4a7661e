import type { ServerResponse } from 'node:http';
import { type Bye, type EncodedFrame, type Gap, type Hello, isTerminal, SSE_STOP_IDS } from '@fourways/chat-core';
import type { Pipe } from '../stream.js';
import { sseFrame, sseMessage } from './sse-message.js';

const HEAD = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, private, no-transform',
  'X-Accel-Buffering': 'no',
};
const NATIVE_RETRY_MS = 3_000;

/** A response that is never finished, written by hand: what a framework would add here breaks cursors or delays headers. */
export class SsePipe implements Pipe {
  private full = false;

  constructor(private readonly response: ServerResponse) {
    response.socket?.setNoDelay(true);
    response.writeHead(200, HEAD);
    response.write(`retry: ${NATIVE_RETRY_MS}\n\n`);
    response.on('drain', () => (this.full = false));
  }

  hello(hello: Hello, cursor: string): void {
    this.response.write(sseMessage('hello', hello, { id: cursor }));
  }

  writable(): boolean {
    return !this.full && !this.response.writableEnded && !this.response.destroyed;
  }

  write(frame: EncodedFrame): void {
    this.full = !this.response.write(frame.as(sseFrame));
  }

  gap(gap: Gap): void {
    this.response.end(sseMessage('gap', gap, { id: SSE_STOP_IDS.gap }));
  }

  /** `retry:` paces clients that know nothing of our goodbyes; the stop id ends those that must not come back. */
  end(goodbye: Bye): void {
    const stop = isTerminal(goodbye.code) || goodbye.retry === 'never';
    const retryMs = goodbye.afterMs ?? (goodbye.retry === 'now' ? 0 : NATIVE_RETRY_MS);
    this.response.end(sseMessage('bye', goodbye, { retryMs, ...(stop && { id: SSE_STOP_IDS.stop }) }));
  }

  destroy(): void {
    this.response.destroy();
  }
}
