import { ChatClient } from '@fourways/chat-client';
import { MODES, type Snapshot } from '@fourways/chat-core';
import { FaultyProxy } from '../faulty-proxy.js';
import { Seeded } from '../seeded.js';
import type { Person } from './person.js';
import type { World } from './world.js';

/** One client of a person, behind a faulty network of its own. */
export class Player {
  /** The ids of what was typed here, by room, in that order. */
  readonly said = new Map<string, string[]>();

  private constructor(
    readonly name: string,
    readonly person: Person,
    readonly client: ChatClient,
    readonly proxy: FaultyProxy,
    /** What the client started from: all that came later must have come through the log. */
    readonly start: Snapshot,
  ) {}

  static async prepare(name: string, person: Person, world: World, random: Seeded): Promise<Player> {
    const jitter = new Seeded(random.below(2 ** 31));
    const mode = random.pick(MODES)!;
    const snapshot = await world.retried(() => person.snapshot());
    const proxy = await FaultyProxy.start(() => world.server.port);
    const options = { mode, pollIntervalMs: 500, random: () => jitter.next() * 0.2 };
    const client = new ChatClient({ baseUrl: proxy.url, cookie: person.cookie, snapshot, ...options });
    return new Player(name, person, client, proxy, snapshot);
  }

  say(roomId: string, body: string, more?: Parameters<ChatClient['post']>[2]): void {
    const { clientMsgId } = this.client.post(roomId, body, more);
    this.said.set(roomId, [...(this.said.get(roomId) ?? []), clientMsgId]);
  }

  async leave(): Promise<void> {
    this.client.close();
    await this.proxy.stop();
  }
}
