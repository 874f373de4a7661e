import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventLog } from '@fourways/chat-core';
import { startServer, type TestServer } from '../server.js';

/** No power is cut here, so the disk's syncs are spared where memory can be had as a file system. */
const MEMORY = '/dev/shm';
const TRIES = 100;

/** A near database answers at once; of a far one memory holds next to nothing, and the log moves on while an answer is on its way. */
export type Distance = 'near' | 'far';

const SETTINGS = { MESSAGES_PER_SECOND: '1000000', CONNECTIONS_PER_ADDRESS: '100000', RESTART_MS: '200' };
const FAR = { TAIL_EVENTS: '4' };
const FAR_MS = 3;

/** A server whose restarts are shared by all who ask for one at the same time. */
export class World {
  private restarting: Promise<void> | undefined;

  private constructor(
    readonly server: TestServer,
    private readonly database: Distance,
  ) {
    this.place();
  }

  static async start(database: Distance): Promise<World> {
    const dataDir = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'fourways-'));
    return new World(await startServer({ ...SETTINGS, ...(database === 'far' && FAR), DATA_DIR: dataDir }), database);
  }

  restart(): void {
    this.restarting ??= this.server
      .restart()
      .then(() => this.place())
      .finally(() => (this.restarting = undefined));
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

  private place(): void {
    if (this.database === 'near') return;
    const log = this.server.app.get(EventLog);
    const readAfter = log.readAfter.bind(log);
    log.readAfter = async (...asked) => {
      const records = await readAfter(...asked);
      await new Promise((resolve) => setTimeout(resolve, FAR_MS));
      return records;
    };
  }
}
