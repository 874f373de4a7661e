import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

const WEBSOCKET_TEXT = 0x81;

/** What becomes of the messages that a server sends to one WebSocket: given one, what goes on to the client now. */
export type Tampering = (message: Buffer) => readonly Buffer[];

/** A TCP proxy that tampers with the chat messages on WebSockets and lets everything else through. */
export class TamperingProxy {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(port: number, tampering: () => Tampering): Promise<TamperingProxy> {
    const server = createServer();
    const proxy = new TamperingProxy(server);
    server.on('connection', (client) => proxy.join(client, connect(port, '127.0.0.1'), tampering()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, upstream: Socket, tamper: Tampering): void {
    client.on('data', (data) => upstream.write(data));
    upstream.on('data', (data) => {
      for (const each of isMessage(data) ? tamper(data) : [data]) client.write(each);
    });
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => this.sockets.delete(socket) && other.destroy());
    }
  }
}

function isMessage(data: Buffer): boolean {
  return data[0] === WEBSOCKET_TEXT && data.includes('"message.posted"');
}
