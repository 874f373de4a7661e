/** As many as browsers keep to one HTTP/1.1 server. */
const MOST = 6;
const ANSWER_MS = 500;

/**
 * The connections that a browser keeps for its next requests. After a sleep they may be dead without a sign of it, and a
 * request that is given one hangs. Since an aborted request takes its connection along, asking on all of them at once and
 * giving up those that do not answer leaves only good ones.
 */
export class KeptConnections {
  private shedding: Promise<boolean> | null = null;

  constructor(private readonly ask: (signal: AbortSignal) => Promise<unknown>) {}

  /** Resolves with whether some had to be given up: what was asked before may hang on one. `closing` ends it at once. */
  shed(closing: AbortSignal): Promise<boolean> {
    this.shedding ??= this.run(closing).finally(() => (this.shedding = null));
    return this.shedding;
  }

  private async run(closing: AbortSignal): Promise<boolean> {
    const patience = new AbortController();
    const giveUp = () => patience.abort();
    const timer = setTimeout(giveUp, ANSWER_MS);
    closing.addEventListener('abort', giveUp);
    try {
      // A refusal is an answer too.
      await Promise.allSettled(Array.from({ length: MOST }, () => this.ask(patience.signal)));
      return patience.signal.aborted;
    } finally {
      clearTimeout(timer);
      closing.removeEventListener('abort', giveUp);
    }
  }
}
