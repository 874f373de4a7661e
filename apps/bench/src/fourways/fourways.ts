import { randomUUID } from 'node:crypto';
import { type Cursor, LIMITS } from '@fourways/chat-core';
import { evenly } from '../evenly.js';
import type { Subject } from '../subject.js';
import { Person } from './person.js';
import { ServerProcess } from './server-process.js';
import { Writer } from './writer.js';

export interface Load {
  readonly readers: number;
  readonly rate: number;
}

/** Writers stay below what one person may say, and readers below what one person may hold open, as a server in use has it. */
const SAID_BY_ONE = LIMITS.messagesPerSecond * 0.8;
const READERS_OF_ONE = LIMITS.connectionsPerUser;

/** A room of Fourways: those who read it share some sessions, others write in it. */
export class Fourways implements Subject {
  private turn = 0;

  private constructor(
    private readonly server: ServerProcess | undefined,
    readonly url: string,
    readonly roomId: string,
    private readonly readers: readonly Person[],
    private readonly writers: readonly Writer[],
    readonly start: Cursor,
  ) {}

  /** On the server there, or else on one of its own. */
  static async open({ readers, rate }: Load, url?: string): Promise<Fourways> {
    const server = url === undefined ? await ServerProcess.start() : undefined;
    const there = url ?? server!.url;
    const host = await Person.signIn(there, 'Host');
    const roomId = await host.createRoom(`Bench ${randomUUID()}`);
    const people = await Promise.all(Array.from({ length: Math.ceil(readers / READERS_OF_ONE) }, (_, i) => member(there, `Reader ${i}`, roomId)));
    const authors = await Promise.all(Array.from({ length: Math.ceil(rate / SAID_BY_ONE) }, (_, i) => member(there, `Writer ${i}`, roomId)));
    const writers = authors.map((author) => new Writer(author, roomId));
    return new Fourways(server, there, roomId, people, writers, await host.cursor());
  }

  get pid(): number | undefined {
    return this.server?.pid;
  }

  get cookies(): string[] {
    return this.readers.map(({ cookie }) => cookie);
  }

  async talk(count: number, perSecond: number): Promise<number[]> {
    const said: Promise<number>[] = [];
    await evenly(count, perSecond, () => said.push(this.say()));
    return Promise.all(said);
  }

  async stop(): Promise<void> {
    for (const writer of this.writers) writer.leave();
    await this.server?.stop();
  }

  /** A failure is told by `talk`, when it has said everything. */
  private say(): Promise<number> {
    const saying = this.writers[this.turn++ % this.writers.length]!.say();
    saying.catch(() => {});
    return saying;
  }
}

async function member(url: string, name: string, roomId: string): Promise<Person> {
  const person = await Person.signIn(url, name);
  await person.join(roomId);
  return person;
}
