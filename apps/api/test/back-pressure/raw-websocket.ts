import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PATHS } from '@fourways/chat-core';

const TEXT = 0x81;
const MASKED = 0x80;

/** A Socket.IO client on a bare TCP socket, so that it can stop reading while its connection stays open. */
export class RawWebsocket {
  /** Bytes that it has read. */
  received = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => (this.received += data.length));
    socket.on('error', () => {});
  }

  /** Resolves when the server has switched protocols. */
  static async open(port: number, cookie = ''): Promise<RawWebsocket> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET ${PATHS.websocket}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`);
    socket.write(`Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: ${cookie}\r\n\r\n`);
    await once(socket, 'data');
    return new RawWebsocket(socket);
  }

  /** Joins the namespace, as `io()` does. */
  join(auth: object = {}): void {
    this.say(`40${JSON.stringify(auth)}`);
  }

  /** One Engine.IO packet. A masking key of zeros leaves the text as it is. */
  say(packet: string): void {
    const text = Buffer.from(packet);
    const length = text.length < 126 ? [MASKED | text.length] : [MASKED | 126, text.length >> 8, text.length & 0xff];
    this.socket.write(Buffer.concat([Buffer.from([TEXT, ...length, 0, 0, 0, 0]), text]));
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  get closed(): boolean {
    return this.socket.closed;
  }

  destroy(): void {
    this.socket.destroy();
  }
}
