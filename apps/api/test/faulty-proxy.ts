import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy before the server that does what networks do: cuts connections, and loses answers after the server wrote them. */
export class FaultyProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private answersToLose = 0;
  private refusing = false;

  private constructor(
    private readonly server: Server,
    private readonly target: () => number,
  ) {}

  /** `target` is asked for the server's port at each connection, since a restarted server may have another. */
  static async start(target: () => number): Promise<FaultyProxy> {
    const server = createServer();
    const proxy = new FaultyProxy(server, target);
    server.on('connection', (socket) => proxy.join(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resets every open connection. */
  cut(): void {
    for (const [client, upstream] of this.pairs) {
      reset(client);
      upstream.destroy();
    }
  }

  /** The next `count` pieces of data from the server are thrown away, and their connections reset. */
  loseAnswers(count: number): void {
    this.answersToLose = count;
  }

  /** While on, new connections are reset and open ones are cut. */
  refuse(on: boolean): void {
    this.refusing = on;
    if (on) this.cut();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.refusing) return reset(client);
    const upstream = connect(this.target(), '127.0.0.1');
    const pair = [client, upstream] as const;
    this.pairs.add(pair);
    client.on('data', (data) => upstream.write(data));
    upstream.on('data', (data) => this.answer(pair, data));
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    client.on('close', () => this.part(pair));
    upstream.on('close', () => this.part(pair));
  }

  private answer([client, upstream]: readonly [Socket, Socket], data: Buffer): void {
    if (this.answersToLose > 0) {
      this.answersToLose--;
      reset(client);
      upstream.destroy();
    } else client.write(data);
  }

  private part(pair: readonly [Socket, Socket]): void {
    this.pairs.delete(pair);
    for (const socket of pair) socket.destroy();
  }
}

/** A reset on a socket that is ending already would leave its handle open for ever. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
