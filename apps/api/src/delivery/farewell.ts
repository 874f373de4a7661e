import { type Bye, bye } from '@fourways/chat-core';

interface Plan {
  /** The goodbyes are spread over this time. */
  readonly drainMs: number;
  /** How long the next process may take to start. Who comes back sooner finds a closed door. */
  readonly restartMs: number;
}

/**
 * How a server that goes down parts from its clients: each is told at a random moment of the window, and comes back
 * when the window is over and the next server there, as spread out as they left.
 */
export class Farewell {
  private readonly startedMs = performance.now();
  /** By client, the moment in ms after the start. */
  private readonly untold: Map<string, number>;
  private readonly lastMs: number;
  private readonly spreadMs: number;

  constructor(
    clients: readonly string[],
    private readonly plan: Plan,
  ) {
    this.untold = new Map(clients.map((client) => [client, Math.random() * plan.drainMs]));
    this.lastMs = [...this.untold.values()].reduce((a, b) => Math.max(a, b), 0);
    this.spreadMs = this.untold.size > 1 ? plan.drainMs : 0;
  }

  /** In how many ms the client is to be told. One that has come only now is told at once. */
  inMs(client: string): number {
    return Math.max(0, (this.untold.get(client) ?? 0) - this.elapsedMs);
  }

  tell(client: string): Bye {
    this.untold.delete(client);
    return this.goodbye();
  }

  goodbye(): Bye {
    const leftMs = Math.max(0, this.lastMs - this.elapsedMs);
    return bye(4001, Math.round(leftMs + this.plan.restartMs + Math.random() * this.spreadMs));
  }

  /** Everyone has been told. */
  get over(): boolean {
    return this.untold.size === 0;
  }

  private get elapsedMs(): number {
    return performance.now() - this.startedMs;
  }
}
