/** As many as browsers keep to one HTTP/1.1 server. */
const MOST = 6;
const ANSWER_MS = 400;
const LAST_CHANCE_MS = 300;

/**
 * The connections that a browser keeps for its next requests. After a sleep they may be dead without a sign of it, and a
 * request that is given one hangs. Since an aborted request takes its connection along, asking on all of them and
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
    closing.addEventListener('abort', giveUp);
    try {
      return await this.tryAll(patience.signal);
    } finally {
      giveUp();
      closing.removeEventListener('abort', giveUp);
    }
  }

  private async tryAll(signal: AbortSignal): Promise<boolean> {
    const first = this.settled(signal);
    if (await within(ANSWER_MS, first)) return false;
    const rest = Array.from({ length: MOST - 1 }, () => this.settled(signal));
    await within(LAST_CHANCE_MS, Promise.all([first, ...rest]));
    return true;
  }

  /** A refusal is an answer too. */
  private settled(signal: AbortSignal): Promise<unknown> {
    return this.ask(signal).catch(() => undefined);
  }
}

async function within(ms: number, settled: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([settled.then(() => true), late]).finally(() => clearTimeout(timer));
}
