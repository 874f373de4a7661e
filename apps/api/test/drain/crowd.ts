import { ChatClient } from '@fourways/chat-client';
import { type Mode, MODES } from '@fourways/chat-core';
import { Guest } from '../guest.js';
import { Returns } from './returns.js';

const CLIENTS_PER_PERSON = 100;
const AT_ONCE = 100;

/** Clients in all four modes, many to a person, since it is connections that make a crowd here. */
export class Crowd {
  private constructor(
    readonly clients: readonly ChatClient[],
    readonly returns: Returns,
  ) {}

  static async gather(url: string, count: number, pollIntervalMs: number): Promise<Crowd> {
    const people = await Promise.all(Array.from({ length: Math.ceil(count / CLIENTS_PER_PERSON) }, (_, i) => Guest.signIn(url, `Person ${i}`)));
    const snapshots = await Promise.all(people.map((person) => person.snapshot()));
    const clients = Array.from({ length: count }, (_, i) => {
      const person = i % people.length;
      return new ChatClient({ baseUrl: url, mode: modeOf(i), pollIntervalMs, cookie: people[person]!.cookie, snapshot: snapshots[person]! });
    });
    const returns = new Returns(clients);
    for (let i = 0; i < count; i += AT_ONCE) await Promise.all(clients.slice(i, i + AT_ONCE).map((client) => client.start()));
    return new Crowd(clients, returns);
  }

  leave(): void {
    for (const client of this.clients) client.close();
  }
}

function modeOf(i: number): Mode {
  return MODES[i % MODES.length]!;
}
