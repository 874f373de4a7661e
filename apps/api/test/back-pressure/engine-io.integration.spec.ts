import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EncodedFrame, PATHS } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { Server } from 'socket.io';
import { type ChatSocket, WebsocketPipe } from '../../src/delivery/websocket/websocket-pipe.js';
import { RawWebsocket } from './raw-websocket.js';

const KIB = 1024;
const MIB = KIB * KIB;
const TEXT = 'x'.repeat(64 * KIB);

/**
 * What the pipe of the mode websocket takes for granted of the installed Socket.IO and engine.io, with a reader that
 * has stopped reading. When an upgrade breaks one of these, look at `WebsocketPipe.writable` before anything else.
 */
describe('a reader of Socket.IO that stops reading', () => {
  let http: HttpServer;
  let io: Server;
  let reader: RawWebsocket;
  let socket: ChatSocket;

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    io = new Server(http, { path: PATHS.websocket, transports: ['websocket'] });
    await once(http, 'listening');
    const connected = once(io, 'connection');
    reader = await RawWebsocket.open((http.address() as AddressInfo).port);
    reader.join();
    [socket] = (await connected) as [ChatSocket];
    reader.pause();
  });

  afterEach(async () => {
    reader.destroy();
    await io.close();
  });

  const transport = () => socket.conn.transport as unknown as { writable: boolean; socket: { bufferedAmount: number } };
  const queued = () => (socket.conn as unknown as { writeBuffer: { data: string }[] }).writeBuffer.reduce((sum, { data }) => sum + data.length, 0);
  const unsent = () => queued() + transport().socket.bufferedAmount;
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  /** Emits without asking, as a program does that trusts Socket.IO with its back-pressure. */
  async function emit(bytes: number): Promise<void> {
    for (let sent = 0; sent < bytes; sent += TEXT.length) {
      socket.emit('bye', TEXT as never);
      await turn();
    }
  }

  it('[G6] Socket.IO queues without limit whatever is emitted', async () => {
    await emit(32 * MIB);
    expect(unsent()).toBeGreaterThan(24 * MIB);
  });

  it('[G6] the `drain` of engine.io comes while nearly everything is still unsent', async () => {
    const unsentAtDrain: number[] = [];
    socket.conn.on('drain', () => unsentAtDrain.push(unsent()));
    for (let i = 0; i < 16; i++) socket.emit('bye', TEXT.repeat(16) as never);
    await eventually(() => expect(transport().writable).toBe(false));
    reader.resume();
    await eventually(() => expect(unsentAtDrain.length).toBeGreaterThan(1));
    expect(Math.max(...unsentAtDrain)).toBeGreaterThan(8 * MIB);
  });

  it('[G6] the transport says truly that it takes no more, and `ready` that it does again', async () => {
    let ready = 0;
    socket.conn.transport.on('ready', () => ready++);
    while (transport().writable) {
      socket.emit('bye', TEXT as never);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(transport().socket.bufferedAmount).toBeGreaterThan(0);
    const before = ready;
    await emit(MIB);
    expect([transport().writable, ready]).toEqual([false, before]);
    reader.resume();
    await eventually(() => expect([transport().writable, unsent()]).toEqual([true, 0]));
    expect(ready).toBeGreaterThan(before);
  });

  it('[R3][G6] who asks the transport first keeps one frame at most', async () => {
    let most = 0;
    let written = 0;
    let bytes = 0;
    const record = { seq: 1, json: JSON.stringify({ body: TEXT }) };
    const write = () => {
      while (written < 400 && pipe.writable()) {
        const frame = new EncodedFrame({ epoch: 'k3v9q2ma', prev: written, next: ++written, upToDate: true, records: [record as never] });
        bytes += frame.json.length;
        pipe.write(frame);
      }
      most = Math.max(most, unsent());
    };
    const pipe = new WebsocketPipe(socket, write);
    const before = reader.received;
    write();
    await eventually(() => expect(transport().writable).toBe(false));
    const sentToNobody = written;
    reader.resume();
    await eventually(() => expect(reader.received - before).toBeGreaterThan(bytes));
    expect(sentToNobody).toBeLessThan(400);
    expect(written).toBe(400);
    expect(most).toBeLessThan(2 * TEXT.length);
  });
});
