import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
const START_MS = 30_000;
const NO_LIMIT = '1000000';

/** The whole environment of the server: what the caller has set does not reach it. */
const SETTINGS = {
  NODE_ENV: 'production',
  HOST_WEB: 'off',
  LOG_LEVEL: 'silent',
  WELCOME: 'off',
  CONNECTIONS: NO_LIMIT,
  CONNECTIONS_PER_ADDRESS: NO_LIMIT,
  CONNECTIONS_PER_USER: NO_LIMIT,
  MESSAGES_PER_SECOND: NO_LIMIT,
  ROOMS_PER_HOUR: NO_LIMIT,
  SIGN_INS_PER_MINUTE: NO_LIMIT,
} as const;

/** The built server in a process of its own, with an empty database. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    readonly url: string,
  ) {
    process.once('exit', this.abandon);
  }

  static async start(): Promise<ServerProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'fourways-bench-'));
    const port = await freePort();
    const env = { ...SETTINGS, PORT: String(port), DATA_DIR: dataDir };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const server = new ServerProcess(child, dataDir, `http://127.0.0.1:${port}`);
    await server.ready();
    return server;
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    const ended = this.ended ? undefined : once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
    process.off('exit', this.abandon);
    this.abandon();
  }

  private readonly abandon = (): void => {
    this.child.kill('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  };

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async ready(): Promise<void> {
    const deadline = performance.now() + START_MS;
    while (!(await this.answers())) {
      if (this.ended) throw new Error(`The server ended with ${this.child.exitCode} at its start; is it built?`);
      if (performance.now() > deadline) throw new Error(`The server did not answer within ${START_MS} ms`);
      await pause(50);
    }
  }

  private answers(): Promise<boolean> {
    return fetch(`${this.url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
