import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Cursor, type Frame, PATHS, TIMING } from '@fourways/chat-core';
import type { Reader, ReaderOptions } from './reader.js';
import type { Wire } from './wire.js';

const WAIT_S = TIMING.longPollWaitMs / 1_000;

/** Asks, on one connection that is kept: again after the interval (`poll`), or at once, with a wait (`long-poll`). */
export class PollingReader implements Reader {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cursor: Cursor;
  private eph: number | undefined;
  private etag: string | undefined;
  private closed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly mode: 'poll' | 'long-poll',
    private readonly options: ReaderOptions,
    private readonly wire: Wire,
  ) {
    this.cursor = options.start;
  }

  async open(): Promise<void> {
    while (!(await this.ask(0))) continue;
    void this.readOn().catch((error: Error) => !this.closed && this.options.fail(error));
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.agent.destroy();
  }

  private async readOn(): Promise<void> {
    let upToDate = true;
    for (let first = true; !this.closed; first = false) {
      if (this.mode === 'poll' && upToDate) await this.pause(first);
      upToDate = await this.ask(upToDate ? WAIT_S : 0);
    }
  }

  /** The first pause is any part of the interval, so that readers who came together do not ask together. */
  private pause(first: boolean): Promise<void> {
    const { pollMs } = this.options;
    const ms = first ? pollMs * Math.random() : pollMs * (0.8 + 0.4 * Math.random());
    return new Promise((resolve) => (this.timer = setTimeout(resolve, ms)));
  }

  /** Whether the answer was up to date. */
  private async ask(wait: number): Promise<boolean> {
    const response = await this.send(wait);
    const body = await text(response);
    this.etag = response.headers.etag;
    if (response.statusCode === 304) return true;
    if (response.statusCode !== 200) throw new Error(`${this.mode} was answered with ${response.statusCode} ${body.slice(0, 200)}`);
    return this.apply(this.options.decoder.decode(body));
  }

  private apply(frame: Frame): boolean {
    this.cursor = frame.next;
    this.eph = frame.eph?.n ?? this.eph;
    this.options.take(frame);
    return frame.upToDate;
  }

  private async send(wait: number): Promise<IncomingMessage> {
    const { url, conn, cookie } = this.options;
    const eph = this.eph === undefined ? '' : `&eph=${this.eph}`;
    const path = `${PATHS[this.mode]}?cursor=${this.cursor}&conn=${conn}${eph}${this.mode === 'poll' ? '' : `&wait=${wait}`}`;
    const known = this.mode === 'poll' && this.etag ? { 'If-None-Match': this.etag } : {};
    const asking = request(`${url}${path}`, { agent: this.agent, headers: { Cookie: cookie, ...known } });
    asking.once('socket', (socket) => this.wire.watch(socket)).end();
    this.wire.requests++;
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return response;
  }
}
