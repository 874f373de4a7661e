import { expect } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import type { Mode } from '@fourways/chat-core';
import { FaultyProxy } from '../faulty-proxy.js';
import { Guest } from '../guest.js';
import { bodiesOf, People } from '../people.js';
import { throttle } from '../proxy/faults.js';
import { until } from '../until.js';
import { Speaker } from './speaker.js';
import { WatchedServer } from './watched-server.js';

const SLOW_BYTES_PER_S = 1_024;
/** 1.6 MB. The kernels of both sides buffer a few times as much for one connection. */
const FILLING = { messages: 200, chars: 8_000 };
const FILLINGS = 20;
const STUCK_MS = 500;

/** A watched server, lines to it that can be slow, someone who speaks, and people who come and go. */
export class Stage {
  private readonly people = new People();
  private readonly lines: FaultyProxy[] = [];

  private constructor(
    readonly server: WatchedServer,
    readonly speaker: Speaker,
    private readonly fillingRoom: string,
  ) {}

  static async build(): Promise<Stage> {
    const server = await WatchedServer.start();
    const guest = await Guest.signIn(server.url, 'Speaker');
    return new Stage(server, await Speaker.connect(guest), await guest.createRoom('Filling'));
  }

  /** A line to the server that will be slow. */
  async line(): Promise<FaultyProxy> {
    const line = await FaultyProxy.start(() => this.server.port);
    this.lines.push(line);
    return line;
  }

  /** A client that will have much to read. */
  async arrive({ url }: FaultyProxy, mode: Mode): Promise<ChatClient> {
    const client = await this.people.arrive(url, mode, { mode });
    await client.joinRoom(this.fillingRoom);
    return client;
  }

  /** The same on the bare wire. */
  async signIn({ url }: FaultyProxy): Promise<Guest> {
    const guest = await Guest.signIn(url, 'Slow');
    await guest.join(this.fillingRoom);
    return guest;
  }

  /** 1 KB a second comes through the lines for each connection, until nothing more leaves the server for `count` streams. */
  async stuff(count: number): Promise<void> {
    for (const line of this.lines) line.set(throttle(SLOW_BYTES_PER_S));
    for (let filling = 0; filling < FILLINGS && (await this.stuckStreams()) < count; filling++) {
      await this.speaker.burst(FILLING.messages, { roomId: this.fillingRoom, chars: FILLING.chars });
    }
  }

  private async stuckStreams(): Promise<number> {
    return (await this.server.sockets()).filter(({ mode, stuckMs }) => mode !== 'other' && stuckMs > STUCK_MS).length;
  }

  /** The lines are fast again. */
  clearLines(): void {
    for (const line of this.lines) line.set(null);
  }

  /** Resolves when the client has what was said last, and the server agrees that it has everything. */
  async healed(client: ChatClient): Promise<void> {
    const newest = this.speaker.said.slice(-10);
    await until(client, ({ status }) => status === 'in-sync' && newest.every((body) => bodiesOf(client).includes(body)), 'healing', 30_000);
    expect(await client.audit()).toMatchObject({ outcome: 'match' });
  }

  async close(): Promise<void> {
    this.people.leave();
    await this.speaker.leave();
    await Promise.all(this.lines.map((line) => line.stop()));
    await this.server.stop();
  }
}
