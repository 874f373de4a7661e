import { connect, type Socket } from 'node:net';

/** A bare TCP connection to the server: sends bytes, and keeps what comes back. */
export class RawConnection {
  /** Everything that has come back, byte by byte as characters. */
  received = '';
  /** Resolves when the connection has ended, however. */
  readonly closed: Promise<void>;
  private readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    this.socket.setEncoding('latin1').on('data', (text: string) => (this.received += text));
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  /** Resolves when the server has said that it will send no more; the connection is still open on this side. */
  get ended(): Promise<void> {
    return new Promise((resolve) => this.socket.once('end', resolve).once('close', () => resolve()));
  }

  send(bytes: string | Uint8Array): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
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
  const connection = new RawConnection(port);
  const { ended } = connection;
  connection.send(bytes);
  await ended;
  connection.destroy();
  return connection.received;
}
