import { ownVersion } from './own-version';
import { servedVersion } from './served-version';

/** Without an occasion the server is asked no more often than this. */
const RARELY_MS = 10 * 60_000;

/** Whether the server has another version of the page than the one that runs here. Once it had, this page stays the older one. */
export class VersionWatch {
  private newer: string | undefined;
  private askedTs = Date.now();
  private asking: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly own: string | undefined,
    private readonly ask: () => Promise<string | undefined>,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The newer version, as soon as one is known. */
  readonly known = (): string | undefined => this.newer;

  /** Asks now: something happened that a deploy would explain. */
  readonly check = async (): Promise<boolean> => {
    if (this.newer) return true;
    this.asking ??= this.compare().finally(() => (this.asking = undefined));
    await this.asking;
    return this.newer !== undefined;
  };

  /** Asks, unless it was asked lately. */
  readonly checkRarely = (): void => {
    if (Date.now() - this.askedTs >= RARELY_MS) void this.check();
  };

  private async compare(): Promise<void> {
    this.askedTs = Date.now();
    const served = await this.ask();
    if (!served || served === this.own) return;
    this.newer = served;
    for (const listener of [...this.listeners]) listener();
  }
}

export const versionWatch = new VersionWatch(ownVersion, servedVersion);
