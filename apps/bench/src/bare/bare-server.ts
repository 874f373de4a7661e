import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Cursor, PATHS } from '@fourways/chat-core';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BareLog } from './bare-log.js';

const HANDSHAKE = '0{"sid":"bare","upgrades":[],"pingInterval":15000,"pingTimeout":10000}';
const JSON_HEAD = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

interface HeldPoll {
  readonly response: ServerResponse;
  readonly cursor: Cursor;
}

/**
 * The least that can deliver: no sessions, rooms, disk or limits. It sends each message from memory, encoded once, with one
 * write to each reader. It is what Fourways is compared with.
 */
export class BareServer {
  private readonly streams = new Set<ServerResponse>();
  private readonly sockets = new Set<WebSocket>();
  private held: HeldPoll[] = [];
  private readonly http = createServer((request, response) => this.answer(request, response));

  constructor(private readonly log: BareLog) {
    new WebSocketServer({ server: this.http, perMessageDeflate: false }).on('connection', (socket) => this.greet(socket));
  }

  async listen(): Promise<string> {
    await once(this.http.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** Says something to everyone; returns its `seq`. */
  say(): number {
    const before = this.log.head;
    const seq = this.log.say();
    const frame = this.log.frameAfter(before);
    this.send(frame);
    for (const { response, cursor } of this.held.splice(0)) this.reply(response, cursor);
    return seq;
  }

  private send(frame: Buffer): void {
    const message = sseMessage(this.log.head, frame);
    for (const response of this.streams) response.write(message);
    const packet = websocketPacket(frame);
    for (const socket of this.sockets) socket.send(packet, { binary: false });
  }

  private answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, 'http://bare');
    const cursor = searchParams.get('cursor') as Cursor;
    const nothing = cursor === this.log.head;
    if (pathname === PATHS.sse) this.stream(response);
    else if (pathname === PATHS['long-poll'] && nothing && searchParams.get('wait') !== '0') this.held.push({ response, cursor });
    else this.reply(response, cursor);
  }

  private reply(response: ServerResponse, cursor: Cursor): void {
    const body = this.log.frameAfter(cursor);
    response.writeHead(200, { ...JSON_HEAD, 'Content-Length': body.length }).end(body);
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.write(sseMessage(this.log.head, this.log.frameAfter(this.log.head)));
    this.streams.add(response);
    response.once('close', () => this.streams.delete(response));
  }

  private greet(socket: WebSocket): void {
    socket.send(HANDSHAKE);
    socket.once('message', () => {
      socket.send('40{"sid":"bare"}');
      socket.send(websocketPacket(this.log.frameAfter(this.log.head)), { binary: false });
      this.sockets.add(socket);
    });
    socket.once('close', () => this.sockets.delete(socket));
  }
}

function sseMessage(id: Cursor, frame: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`event: frame\nid: ${id}\ndata: `), frame, Buffer.from('\n\n')]);
}

function websocketPacket(frame: Buffer): Buffer {
  return Buffer.concat([Buffer.from('42["frame",'), frame, Buffer.from(']')]);
}
