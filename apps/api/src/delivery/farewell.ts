import { type Bye, bye } from '@fourways/chat-core';

interface Plan {
  /** The goodbyes are spread over this time. */
  readonly drainMs: number;
  /** How long the next process may take to start. Who comes back sooner finds a closed door. */
  readonly restartMs: number;
}

/**
 * How a server that goes down parts from its clients: each is told at a random moment of the window, and comes back when
 * all have been told and the next server is there, in the order and at the pace in which they left.
 */
export class Farewell {
  private readonly startedMs = performance.now();
  /** By client, in ms after the start. */
  private readonly moments: ReadonlyMap<string, number>;
  private readonly untold: Set<string>;
  private readonly firstMs: number;
  private readonly lastMs: number;

  constructor(
    clients: readonly string[],
    private readonly plan: Plan,
  ) {
    this.moments = new Map(clients.map((client) => [client, Math.random() * plan.drainMs]));
    this.untold = new Set(this.moments.keys());
    const inOrder = [...this.moments.values()].sort((a, b) => a - b);
    this.firstMs = inOrder[0] ?? 0;
    this.lastMs = inOrder.at(-1) ?? 0;
  }

  /** In how many ms the client is to be told. One that has come only now, or comes again, is told at once. */
  inMs(client: string): number {
    return this.untold.has(client) ? Math.max(0, this.moments.get(client)! - this.elapsedMs) : 0;
  }

  tell(client: string): Bye {
    return this.untold.delete(client) ? this.goodbye(this.moments.get(client)!) : this.goodbye();
  }

  /** Without a moment of its own, a client comes back among the others. */
  goodbye(momentMs = this.firstMs + Math.random() * this.spanMs): Bye {
    const backMs = momentMs + this.spanMs + this.plan.restartMs;
    return bye(4001, Math.max(0, Math.round(backMs - this.elapsedMs)));
  }

  /** Everyone has been told. */
  get over(): boolean {
    return this.untold.size === 0;
  }

  private get spanMs(): number {
    return this.lastMs - this.firstMs;
  }

  private get elapsedMs(): number {
    return performance.now() - this.startedMs;
  }
}
