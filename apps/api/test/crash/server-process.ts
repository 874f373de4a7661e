import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const START_MS = 20_000;

/** The built server in a process of its own, which can be killed without warning. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly dataDir: string,
    readonly port: number,
  ) {}

  static async create(dataDir: string): Promise<ServerProcess> {
    const server = new ServerProcess(dataDir, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const env = { ...process.env, NODE_ENV: 'production' as const, PORT: String(this.port), DATA_DIR: this.dataDir, HOST_WEB: 'off', LOG_LEVEL: 'silent', MESSAGES_PER_SECOND: '1000000' };
    this.child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await this.ready();
  }

  /** `kill -9`: no goodbye, no flush, no checkpoint. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (!(await this.answers())) {
      if (this.child?.exitCode !== null) throw new Error(`The server ended with ${this.child?.exitCode} at its start; is it built?`);
      if (Date.now() > deadline) throw new Error(`The server did not answer within ${START_MS} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
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
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
