import type { IncomingMessage } from 'node:http';
import { PATHS } from '@fourways/chat-core';
import { WebSocket } from 'ws';
import type { Reader, ReaderOptions } from './reader.js';
import type { Wire } from './wire.js';

const FRAME = '42["frame",';
const PING = '2';
const PONG = '3';

/** Speaks as much of Socket.IO (engine.io 4, protocol 5) as it takes to read. */
export class WebsocketReader implements Reader {
  private socket: WebSocket | undefined;
  private closed = false;
  private upToDate: () => void = () => {};

  constructor(
    private readonly options: ReaderOptions,
    private readonly wire: Wire,
  ) {}

  async open(): Promise<void> {
    const { url, cookie } = this.options;
    const address = `${url.replace(/^http/, 'ws')}${PATHS.websocket}/?EIO=4&transport=websocket`;
    this.socket = new WebSocket(address, { headers: { Cookie: cookie }, perMessageDeflate: false });
    this.socket.once('upgrade', ({ socket }: IncomingMessage) => this.wire.watch(socket));
    this.wire.requests++;
    this.socket.on('message', (data: Buffer) => this.hear(data.toString()));
    await new Promise<void>((resolve, reject) => {
      this.upToDate = resolve;
      this.socket!.once('error', reject).once('close', () => reject(new Error('The socket closed')));
    });
    this.socket.on('error', this.broken).once('close', () => this.broken());
  }

  close(): void {
    this.closed = true;
    this.socket?.terminate();
  }

  private readonly broken = (error = new Error('The socket closed')): void => {
    if (!this.closed) this.options.fail(error);
  };

  private hear(packet: string): void {
    if (packet.startsWith(FRAME)) this.take(packet.slice(FRAME.length, -1));
    else if (packet === PING) this.socket!.send(PONG);
    else if (packet.startsWith('0')) this.join();
    else if (/^(41|44|42\["(bye|gap)")/.test(packet)) this.broken(new Error(packet));
  }

  private join(): void {
    const { start, conn } = this.options;
    this.socket!.send(`40${JSON.stringify({ cursor: start, conn, v: 1 })}`);
  }

  private take(text: string): void {
    const frame = this.options.decoder.decode(text);
    this.options.take(frame);
    if (frame.upToDate) this.upToDate();
  }
}
