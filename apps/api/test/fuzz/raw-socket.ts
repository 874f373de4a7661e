import { PATHS } from '@fourways/chat-core';
import { v7 } from 'uuid';
import type { Guest } from '../guest.js';
import { RawConnection } from '../raw-connection.js';
import { bytesOfFrame, heardIn, textFrame, type WireFrame } from './websocket-frames.js';

/** A WebSocket to the server, made by hand: it can send what no library would. */
export class RawSocket {
  private constructor(readonly connection: RawConnection) {}

  /** Resolves when the protocol has been switched. */
  static async open(port: number, cookie = ''): Promise<RawSocket> {
    const connection = new RawConnection(port);
    const handshake = ['Host: x', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', `Cookie: ${cookie}`];
    connection.send([`GET ${PATHS.websocket}/?EIO=4&transport=websocket HTTP/1.1`, ...handshake, '', ''].join('\r\n'));
    await connection.hears(() => connection.received.includes('\r\n\r\n'));
    return new RawSocket(connection);
  }

  /** Resolves when it is followed by frames. */
  static async join(guest: Guest, conn = v7()): Promise<RawSocket> {
    const { cursor } = await guest.snapshot();
    const socket = await RawSocket.open(Number(new URL(guest.url).port), guest.cookie);
    socket.say(`40${JSON.stringify({ cursor, conn, v: 1 })}`);
    await socket.hears('42["frame"');
    return socket;
  }

  say(packet: string): void {
    this.send(textFrame(packet));
  }

  send(frame: WireFrame): void {
    this.connection.send(bytesOfFrame(frame));
  }

  hears(beginning: string): Promise<void> {
    return this.connection.hears(() => this.texts.some((text) => text.startsWith(beginning)));
  }

  get texts(): readonly string[] {
    return this.heard.texts;
  }

  /** The server has said that it closes. */
  get closing(): boolean {
    return this.heard.closing;
  }

  private get heard(): ReturnType<typeof heardIn> {
    const { received } = this.connection;
    return heardIn(Buffer.from(received.slice(received.indexOf('\r\n\r\n') + 4), 'latin1'));
  }
}
