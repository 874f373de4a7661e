import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { PATHS } from '@fourways/chat-core';
import type { Reader, ReaderOptions } from './reader.js';
import type { Wire } from './wire.js';

/** Reads an event stream by hand (WHATWG HTML, section 9.2.6), as far as this server uses the form. */
export class SseReader implements Reader {
  private asking: ClientRequest | undefined;
  private closed = false;
  private unread = '';
  private upToDate: () => void = () => {};

  constructor(
    private readonly options: ReaderOptions,
    private readonly wire: Wire,
  ) {}

  async open(): Promise<void> {
    const { url, start, conn, cookie } = this.options;
    this.asking = request(`${url}${PATHS.sse}?cursor=${start}&conn=${conn}`, { agent: false, headers: { Cookie: cookie } });
    this.asking.once('socket', (socket) => this.wire.watch(socket)).end();
    this.wire.requests++;
    const inSync = new Promise<void>((resolve) => (this.upToDate = resolve));
    const [response] = (await once(this.asking, 'response')) as [IncomingMessage];
    this.asking.on('error', this.broken);
    response.setEncoding('utf8').on('data', this.read).once('end', this.broken).on('error', this.broken);
    await inSync;
  }

  close(): void {
    this.closed = true;
    this.asking?.destroy();
  }

  private readonly broken = (error = new Error('The stream ended')): void => {
    if (!this.closed) this.options.fail(error);
  };

  private readonly read = (text: string): void => {
    const messages = `${this.unread}${text}`.split('\n\n');
    this.unread = messages.pop()!;
    for (const message of messages) this.hear(message);
  };

  private hear(message: string): void {
    const [event, data] = [field(message, 'event'), field(message, 'data')];
    if (event === 'bye' || event === 'gap') return this.broken(new Error(`${event} ${data}`));
    if (event !== 'frame' && event !== 'hb') return;
    const frame = this.options.decoder.decode(data);
    this.options.take(frame);
    if (frame.upToDate) this.upToDate();
  }
}

/** Each field has a line of its own, and the server sends no data of several lines. */
function field(message: string, name: string): string {
  const lines = `\n${message}\n`;
  const start = lines.indexOf(`\n${name}: `);
  return start < 0 ? '' : lines.slice(start + name.length + 3, lines.indexOf('\n', start + 1));
}
