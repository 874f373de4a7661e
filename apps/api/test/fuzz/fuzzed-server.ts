import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '@fourways/chat-core/testing';
import { ServerProcess } from '../server-process.js';
import { Holdings } from './holdings.js';

const WATCH = fileURLToPath(new URL('./process-watch.mjs', import.meta.url));
const AT_REST_MS = 60_000;
const NO_LIMIT = '1000000';
/** A short tail, since what is meant to be kept would hide what is not. */
const SETTINGS = { LOG_LEVEL: 'error', TAIL_EVENTS: '500', CONNECTIONS: NO_LIMIT, CONNECTIONS_PER_USER: NO_LIMIT, CONNECTIONS_PER_ADDRESS: NO_LIMIT };

/** A server in a process of its own, so that a crash is a crash, which tells what it holds and complains of. */
export class FuzzedServer {
  private constructor(
    private readonly dataDir: string,
    private readonly process: ServerProcess,
    private readonly log: readonly string[],
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<FuzzedServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'fourways-fuzz-'));
    const log: string[] = [];
    const options = { settings: { ...SETTINGS, ...settings }, nodeOptions: ['--expose-gc', '--import', WATCH], onLog: (text: string) => void log.push(text) };
    return new FuzzedServer(dataDir, await ServerProcess.create(dataDir, options), log);
  }

  get url(): string {
    return this.process.url;
  }

  get port(): number {
    return this.process.port;
  }

  get alive(): boolean {
    return this.process.alive;
  }

  /** The lines of its log that tell of errors. */
  get errors(): readonly string[] {
    return this.log.join('').split('\n').filter(Boolean);
  }

  async holdings(): Promise<Holdings> {
    return new Holdings(await this.process.ask('holdings'));
  }

  /** When the connections that have been used have ended, and no more timers run than `before`: those that run out by themselves are waited for. */
  holdingsAtRest(before?: Holdings): Promise<Holdings> {
    return eventually(async () => {
      const holdings = await this.holdings();
      if (before && holdings.timers > before.timers) throw new Error(`${holdings.timers} timers run, ${before.timers} did before`);
      if (holdings.sockets > holdings.silentSockets) throw new Error(`${holdings.sockets - holdings.silentSockets} sockets are still open`);
      return holdings;
    }, AT_REST_MS);
  }

  async stop(): Promise<void> {
    await this.process.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
