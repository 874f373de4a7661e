import { connect, type Socket } from 'node:net';

/** A bare TCP connection to the server: sends bytes, and keeps what comes back. */
export class RawConnection {
  /** Everything that has come back, byte by byte as characters. */
  received = '';
  /** Resolves when the server has said that it will send no more, or the connection is gone. */
  readonly ended: Promise<void>;
  readonly opened: Promise<unknown>;
  private readonly socket: Socket;

  constructor(port: number, bytes: string | Uint8Array = '') {
    this.socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    this.socket.setEncoding('latin1').on('data', (text: string) => (this.received += text));
    this.socket.on('error', () => {});
    this.opened = new Promise((resolve) => this.socket.once('connect', resolve).once('close', resolve));
    this.ended = new Promise((resolve) => this.socket.once('end', resolve).once('close', () => resolve()));
    this.send(bytes);
  }

  /** Resolves when what has come back satisfies the condition. */
  hears(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.socket.off('data', look);
        resolve();
      };
      this.socket.on('data', look);
      look();
    });
  }

  send(bytes: string | Uint8Array): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** Reads no more. */
  pause(): void {
    this.socket.pause();
  }

  /** Sends no more, but still listens. */
  end(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }
}

/** What the server answers to the bytes until it ends the connection. */
export async function exchange(port: number, bytes: string | Uint8Array): Promise<string> {
  const connection = new RawConnection(port, bytes);
  await connection.ended;
  connection.destroy();
  return connection.received;
}
