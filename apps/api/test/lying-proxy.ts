import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy before the server that says something else than it, of the same length, wherever the truth occurs. */
export class LyingProxy {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(port: number, truth: string, lie: string): Promise<LyingProxy> {
    const server = createServer();
    const proxy = new LyingProxy(server);
    server.on('connection', (client) => proxy.join(client, connect(port, '127.0.0.1'), (data) => data.toString('latin1').replaceAll(truth, lie)));
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

  private join(client: Socket, upstream: Socket, tell: (data: Buffer) => string): void {
    client.on('data', (data) => upstream.write(data));
    upstream.on('data', (data) => client.write(tell(data), 'latin1'));
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => this.sockets.delete(socket) && other.destroy());
    }
  }
}
