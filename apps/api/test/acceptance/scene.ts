import { setTimeout as sleep } from 'node:timers/promises';
import { ChatClient, type ChatClientOptions } from '@fourways/chat-client';
import { type Mode, MODES } from '@fourways/chat-core';
import { FaultyProxy } from '../faulty-proxy.js';
import { Guest } from '../guest.js';
import { bodiesOf } from '../people.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';

const LIMITLESS = { MESSAGES_PER_SECOND: '100000', CONNECTIONS_PER_ADDRESS: '10000', CONNECTIONS_PER_USER: '1000' };
const BETWEEN_WORDS_MS = 20;

interface SceneOptions {
  readonly settings?: Record<string, string>;
  readonly options?: ChatClientOptions;
}

/** A server, a reader of one mode behind a network that can be broken, and a writer beside it. All talk is in the lobby. */
export class Scene {
  /** Everything that the writer has said. */
  readonly said: string[] = [];

  private constructor(
    readonly mode: Mode,
    readonly server: TestServer,
    readonly proxy: FaultyProxy,
    readonly reader: ChatClient,
    readonly writer: Guest,
  ) {}

  /** The reader has her snapshot, as of before anything was said; she is not reading on yet. */
  static async open(mode: Mode, { settings = {}, options = {} }: SceneOptions = {}): Promise<Scene> {
    const server = await startServer({ ...LIMITLESS, ...settings });
    const proxy = await FaultyProxy.start(() => server.port);
    const [writer, person] = await Promise.all([Guest.signIn(server.url, 'Writer'), Guest.signIn(server.url, 'Reader')]);
    const begin = { baseUrl: proxy.url, mode, cookie: person.cookie, snapshot: await person.snapshot() };
    const reader = new ChatClient({ ...begin, pollIntervalMs: 500, random: () => Math.random() * 0.2, ...options });
    return new Scene(mode, server, proxy, reader, writer);
  }

  async close(): Promise<void> {
    this.reader.close();
    await this.proxy.stop();
    await this.server.stop();
  }

  /** Resolves when it is stored. */
  async say(text = `message ${this.said.length}`): Promise<string> {
    await this.writer.saying(text);
    this.said.push(text);
    return text;
  }

  async sayMore(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await this.say();
  }

  /** Talks until the returned function is called, which resolves after the last word. */
  talk(): () => Promise<void> {
    let over = false;
    const talking = (async () => {
      while (!over) {
        await this.say();
        await sleep(BETWEEN_WORDS_MS);
      }
    })();
    return () => {
      over = true;
      return talking;
    };
  }

  /** Resolves when the reader shows the newest of what was said. */
  async heard(timeoutMs?: number): Promise<void> {
    await until(this.reader, () => this.hears.at(-1) === this.said.at(-1), `to hear ${this.said.at(-1)}`, timeoutMs);
  }

  /** What the reader shows of the writer's words. */
  get hears(): string[] {
    return bodiesOf(this.reader).filter((body) => body.startsWith('message'));
  }

  /** How often the reader had to begin again from a snapshot, and how many events were missing, by whatever mode. */
  get harm(): { gaps: number; lost: number } {
    const meters = MODES.map((mode) => this.reader.getSnapshot().meters[mode]);
    return { gaps: sum(meters.map(({ gaps }) => gaps)), lost: sum(meters.map(({ lost }) => lost)) };
  }
}

export const UNHARMED = { gaps: 0, lost: 0 };

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
