import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/app.js';
import { Config } from '../src/config/config.js';
import { Retention } from '../src/log/retention.js';

type Settings = Record<string, string>;

const QUIET: Settings = { PORT: '0', HOST_WEB: 'off', LOG_LEVEL: 'silent', DRAIN_MS: '50', RESTART_MS: '500', NODE_ENV: 'test', MESSAGES_PER_SECOND: '1000', ROOMS_PER_HOUR: '1000000', WELCOME: 'off' };

// It only serves the pictures and styles of /api/docs, and Jest cannot load it below Node 24.9 (CommonJS that requires ESM).
jest.unstable_mockModule('@fastify/static', () => ({ default: async () => {} }));

/** A real server in this process, on a port and a database of its own. */
export class TestServer {
  private constructor(
    readonly dataDir: string,
    private readonly settings: Settings,
    private running: NestFastifyApplication | undefined,
    /** Stays the same through `restart`. */
    readonly port: number,
  ) {}

  static async start(settings: Settings = {}): Promise<TestServer> {
    const dataDir = settings['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'fourways-')));
    const app = await open({ ...QUIET, ...settings, DATA_DIR: dataDir }, 0);
    return new TestServer(dataDir, settings, app, portOf(app));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get app(): NestFastifyApplication {
    if (!this.running) throw new Error('The server has been stopped');
    return this.running;
  }

  /** Closes the server; its data and its port are kept for `resume`. */
  async halt(): Promise<void> {
    const app = this.running;
    this.running = undefined;
    await app?.close();
    await turns();
  }

  /** Starts a halted server again, where it was, with the same data. */
  async resume(settings: Settings = {}): Promise<void> {
    this.running = await open({ ...QUIET, ...this.settings, ...settings, DATA_DIR: this.dataDir }, this.port);
  }

  async restart(settings: Settings = {}): Promise<void> {
    await this.halt();
    await this.resume(settings);
  }

  /** Applies the retention now. */
  async prune(): Promise<void> {
    await this.app.get(Retention).prune();
  }

  /** Closes the server and removes its data. */
  async stop(): Promise<void> {
    await this.halt();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** Starts a server with these settings over quiet ones: no web app, no log, a short drain, a temporary database. */
export function startServer(settings?: Settings): Promise<TestServer> {
  return TestServer.start(settings);
}

async function open(settings: Settings, port: number): Promise<NestFastifyApplication> {
  const app = await createApp(new Config(settings));
  await app.listen(port, '127.0.0.1');
  return app;
}

function portOf(app: NestFastifyApplication): number {
  return (app.getHttpServer().address() as { port: number }).port;
}

/** Lets the clients of this process see that their idle connections have ended, before they use one again. */
function turns(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
