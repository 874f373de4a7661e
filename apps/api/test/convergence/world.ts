import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type TestServer } from '../server.js';

/** No power is cut here, so the disk's syncs are spared where memory can be had as a file system. */
const MEMORY = '/dev/shm';
const TRIES = 100;

/** A server whose restarts are shared by all who ask for one at the same time. */
export class World {
  private restarting: Promise<void> | undefined;

  private constructor(readonly server: TestServer) {}

  static async start(settings: Record<string, string>): Promise<World> {
    const dataDir = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'fourways-'));
    return new World(await startServer({ ...settings, DATA_DIR: dataDir, MESSAGES_PER_SECOND: '1000000', CONNECTIONS_PER_ADDRESS: '100000', RESTART_MS: '200' }));
  }

  restart(): void {
    this.restarting ??= this.server.restart().finally(() => (this.restarting = undefined));
  }

  /** Does it again until it succeeds: the server may be restarting for another schedule. */
  async retried<T>(task: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await task();
      } catch (error) {
        if (tries === TRIES) throw error;
        await (this.restarting ?? new Promise((resolve) => setTimeout(resolve, 100)));
      }
    }
  }

  async end(): Promise<void> {
    await this.restarting;
    await this.server.stop();
  }
}
