import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mode } from '@fourways/chat-core';
import { ServerProcess } from '../server-process.js';

const WATCH = fileURLToPath(new URL('./buffer-watch.mjs', import.meta.url));
const CROWD = '1000000';

/** After a garbage collection, in bytes. */
export interface Memory {
  /** JavaScript's heap and its buffers. */
  readonly used: number;
  readonly rss: number;
  /** The most that was ever held back for one socket. */
  readonly peak: number;
}

export interface OpenSocket {
  readonly mode: Mode | 'other';
  /** For how long there has been something that its client does not take. */
  readonly stuckMs: number;
  /** It has been told goodbye, or is being answered. */
  readonly ending: boolean;
}

/** A server in a process of its own that tells what it holds. */
export class WatchedServer {
  private constructor(
    private readonly dataDir: string,
    private readonly process: ServerProcess,
  ) {}

  static async start(): Promise<WatchedServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'fourways-slow-'));
    const settings = { CONNECTIONS_PER_USER: CROWD, CONNECTIONS_PER_ADDRESS: CROWD };
    return new WatchedServer(dataDir, await ServerProcess.create(dataDir, { settings, nodeOptions: ['--expose-gc', '--import', WATCH] }));
  }

  get url(): string {
    return this.process.url;
  }

  get port(): number {
    return this.process.port;
  }

  memory(): Promise<Memory> {
    return this.process.ask<Memory>('memory');
  }

  sockets(): Promise<readonly OpenSocket[]> {
    return this.process.ask<readonly OpenSocket[]>('sockets');
  }

  async stop(): Promise<void> {
    await this.process.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
