const UNDO_MS = 5_000;

type Outcome = 'done' | 'undone';

type Run = () => Promise<unknown>;

interface Waiting {
  part(): void;
  undo(): void;
}

/**
 * What has been done on this screen and not yet at the server, so that it can be undone: it is carried out after a
 * while, or when the page goes away, whatever comes first.
 */
export class Undoables {
  private readonly waiting = new Map<string, Waiting>();
  private keys: ReadonlySet<string> = new Set();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly waitMs = UNDO_MS) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Everything that has been begun and is not yet carried out, with what the server is being told at the moment. */
  readonly pending = (): ReadonlySet<string> => this.keys;

  /**
   * Resolves when it was undone, or when `run` has resolved; rejects as `run` does. `parting` takes its place when the
   * page goes away. Under one key there is one at a time.
   */
  add(key: string, run: Run, parting = run): Promise<Outcome> {
    if (this.keys.has(key)) return Promise.resolve('done');
    this.show(new Set(this.keys).add(key));
    return this.outcome(key, run, parting).finally(() => this.show(new Set([...this.keys].filter((other) => other !== key))));
  }

  undo(key: string): void {
    this.waiting.get(key)?.undo();
  }

  /** The page goes away: carries out now whatever waits. */
  readonly flush = (): void => {
    for (const { part } of [...this.waiting.values()]) part();
  };

  private outcome(key: string, run: Run, parting: Run): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.waiting.delete(key);
      };
      const carryOut = (how: Run) => {
        settle();
        how().then(() => resolve('done'), reject);
      };
      const undo = () => {
        settle();
        resolve('undone');
      };
      const timer = setTimeout(() => carryOut(run), this.waitMs);
      this.waiting.set(key, { part: () => carryOut(parting), undo });
    });
  }

  private show(keys: ReadonlySet<string>): void {
    this.keys = keys;
    for (const listener of [...this.listeners]) listener();
  }
}
