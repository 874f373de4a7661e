import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Fault, Treatment } from './proxy/fault.js';
import { both } from './proxy/faults.js';
import type { Piece } from './proxy/inflow.js';
import { Link } from './proxy/link.js';

/**
 * A TCP proxy before the server that does what networks do.
 *
 *     const proxy = await FaultyProxy.start(() => server.port);     clients connect to proxy.url
 *     proxy.set(delay(200));                                        from now on, for open and new connections
 *     proxy.set(both(delay(200), throttle(1_000)), 'new');          only for those that come
 *     proxy.set(null);                                              well again: what was held back arrives
 *     proxy.cut();   proxy.refuse(true);   proxy.loseAnswers(1);    resets
 *
 * The faults are in `proxy/faults.ts`: blackHole, delay, throttle, bufferAnswers, bufferStreams, loseAnswerWith, refuseUpgrades,
 * muteUpgraded, both.
 */
export class FaultyProxy {
  private readonly links = new Set<Link>();
  private readonly losing: Fault = { toClient: (inflow, link) => this.losingAnswers(inflow, link) };
  private fault = this.losing;
  private answersToLose = 0;
  private refusing = false;

  private constructor(
    private readonly server: Server,
    private readonly target: () => number,
  ) {}

  /** `target` is asked for the server's port at each connection, since a restarted server may have another. */
  static async start(target: () => number): Promise<FaultyProxy> {
    const server = createServer({ allowHalfOpen: true });
    const proxy = new FaultyProxy(server, target);
    server.on('connection', (socket) => proxy.join(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many connections are open. */
  get open(): number {
    return this.links.size;
  }

  /** Does this to connections from now on, instead of what was done before. */
  set(fault: Fault | null, to: 'all' | 'open' | 'new' = 'all'): void {
    const treated = fault ? both(this.losing, fault) : this.losing;
    if (to !== 'open') this.fault = treated;
    if (to !== 'new') for (const link of this.links) link.treat(treated);
  }

  /** Resets every open connection. */
  cut(): void {
    for (const link of this.links) link.cut();
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
    await Promise.all([...this.links].map(({ closed }) => closed));
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.refusing) return void client.resetAndDestroy();
    const upstream = connect({ port: this.target(), host: '127.0.0.1', allowHalfOpen: true });
    const link = new Link(client, upstream, this.fault);
    this.links.add(link);
    void link.closed.then(() => this.links.delete(link));
  }

  private async *losingAnswers(...[{ pieces }, link]: Parameters<Treatment>): AsyncGenerator<Piece> {
    for await (const piece of pieces) {
      if (this.answersToLose > 0) {
        this.answersToLose--;
        return link.cut();
      }
      yield piece;
    }
  }
}
