import { PATHS } from '@fourways/chat-core';
import { io } from 'socket.io-client';

const COMMAND_MS = 5_000;

/** A Socket.IO connection whose events are read one after the other, as `{ event, data }`, until it is closed. */
export class SocketReader {
  constructor({ url, cookie, signal }, auth) {
    const options = { path: PATHS.websocket, transports: ['websocket'], reconnection: false, forceNew: true };
    this.socket = io(url, { ...options, auth, extraHeaders: cookie ? { Cookie: cookie } : {} });
    this.inbox = [];
    this.wake = () => {};
    this.socket.onAny((event, data) => this.put({ event, data }));
    this.socket.on('connect_error', (error) => this.put({ event: 'connect_error', data: error.data }, undefined));
    this.socket.on('disconnect', () => this.put(undefined));
    signal?.addEventListener('abort', () => this.close(), { once: true });
  }

  async *messages() {
    try {
      for (;;) {
        if (this.inbox.length === 0) await new Promise((resolve) => (this.wake = resolve));
        const message = this.inbox.shift();
        if (!message) return;
        yield message;
      }
    } finally {
      this.close();
    }
  }

  /** What the server acknowledges the command with. */
  command(name, data) {
    return this.socket.timeout(COMMAND_MS).emitWithAck('cmd', { name, data });
  }

  close() {
    this.socket.disconnect();
    this.put(undefined);
  }

  put(...messages) {
    this.inbox.push(...messages);
    this.wake();
  }
}
