import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const START_MS = 20_000;

interface Options {
  /** How long it may take until it answers. */
  readonly startMs?: number;
  readonly settings?: Record<string, string>;
  /** For Node itself, before the name of the program. */
  readonly nodeOptions?: readonly string[];
  /** Is given the log, in parts as they come. */
  readonly onLog?: (text: string) => void;
}

/** The built server in a process of its own, which can be killed without warning. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly dataDir: string,
    readonly port: number,
    private readonly options: Options,
  ) {}

  static async create(dataDir: string, options: Options = {}): Promise<ServerProcess> {
    const server = new ServerProcess(dataDir, await freePort(), options);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { settings, nodeOptions = [], onLog } = this.options;
    const quiet = { NODE_ENV: 'production' as const, HOST_WEB: 'off', LOG_LEVEL: 'silent', MESSAGES_PER_SECOND: '1000000', ROOMS_PER_HOUR: '1000000', SIGN_INS_PER_MINUTE: '1000000', WELCOME: 'off' };
    const env = { ...process.env, ...quiet, ...settings, PORT: String(this.port), DATA_DIR: this.dataDir };
    this.child = spawn(process.execPath, [...nodeOptions, MAIN], { env, stdio: ['ignore', onLog ? 'pipe' : 'ignore', 'inherit', 'ipc'] });
    if (onLog) this.child.stdout!.setEncoding('utf8').on('data', onLog);
    await this.ready();
  }

  /** It has neither ended nor crashed. */
  get alive(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** Has a question answered by a module that was given with `--import`. */
  async ask<T>(question: string): Promise<T> {
    const answer = once(this.child!, 'message') as Promise<[T]>;
    this.child!.send(question);
    return (await answer)[0];
  }

  /** Tells it to stop, and resolves with its exit code. */
  async terminate(): Promise<number | null> {
    const exit = once(this.child!, 'exit') as Promise<[number | null]>;
    this.child!.kill('SIGTERM');
    return (await exit)[0];
  }

  /** `kill -9`: no goodbye, no flush, no checkpoint. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private async ready(): Promise<void> {
    const { startMs = START_MS } = this.options;
    const deadline = Date.now() + startMs;
    while (!(await this.answers())) {
      if (this.child?.exitCode !== null) throw new Error(`The server ended with ${this.child?.exitCode} at its start; is it built?`);
      if (Date.now() > deadline) throw new Error(`The server did not answer within ${startMs} ms`);
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
