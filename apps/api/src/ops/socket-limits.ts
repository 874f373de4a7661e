import { TIMING } from '@fourways/chat-core';
import type { Server } from 'socket.io';

/** What engine.io holds of a connection. */
interface EngineSocket {
  readonly transport: { readonly socket: WebSocket };
  readonly writeBuffer: readonly unknown[];
  on(event: 'packetCreate', listener: (packet: { readonly data?: string | Buffer }) => void): void;
  on(event: 'packet' | 'flush' | 'close', listener: () => void): void;
}
interface WebSocket {
  readonly bufferedAmount: number;
  readonly readyState: number;
  on(event: 'ping', listener: () => void): void;
  once(event: 'close', listener: () => void): void;
  terminate(): void;
}

/** Of a WebSocket. */
const CLOSED = 3;
const UNREAD_BYTES = 1024 * 1024;
const UNREAD_PACKETS = 5_000;

/** Holds for every socket, also before it has joined and after it has left: who does not read or does not close is cut off. */
export function limitSockets(engine: Server['engine']): void {
  engine.on('connection', (connection: EngineSocket) => {
    const { socket } = connection.transport;
    // pongs and refusals are answers, too, and wait in memory to be read
    let waiting = 0;
    connection.on('packetCreate', ({ data }) => void (waiting += data?.length ?? 0));
    connection.on('flush', () => void (waiting = 0));
    const checkUnread = () => {
      if (socket.bufferedAmount + waiting > UNREAD_BYTES || connection.writeBuffer.length > UNREAD_PACKETS) socket.terminate();
    };
    connection.on('packet', checkUnread);
    socket.on('ping', checkUnread);
    connection.on('close', () => {
      if (socket.readyState === CLOSED) return;
      const late = setTimeout(() => socket.terminate(), TIMING.unwritableMs).unref();
      socket.once('close', () => clearTimeout(late));
    });
  });
}
