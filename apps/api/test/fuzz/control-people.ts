import type { ChatClient } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { bodiesOf, People } from '../people.js';
import { until } from '../until.js';

const DELIVERED_MS = 20_000;

/** Four people who behave, one in each mode, in a room of their own: what is done to the server must not reach them. */
export class ControlPeople {
  private said = 0;

  private constructor(
    private readonly people: People,
    private readonly clients: readonly ChatClient[],
    private readonly roomId: string,
  ) {}

  static async arrive(url: string): Promise<ControlPeople> {
    const people = new People();
    const clients = await Promise.all(MODES.map((mode) => people.arrive(url, `Control ${mode}`, { mode })));
    const { event } = await clients[0]!.createRoom(`control ${Date.now()}`);
    for (const client of clients.slice(1)) await client.joinRoom(event!.roomId);
    return new ControlPeople(people, clients, event!.roomId);
  }

  /** One of them says something: everyone must have it, once, and everything said before. */
  async talk(): Promise<void> {
    const speaker = this.clients[this.said % this.clients.length]!;
    speaker.post(this.roomId, `control ${++this.said}`);
    const expected = Array.from({ length: this.said }, (_, i) => `control ${i + 1}`).slice(-40).join();
    const hasAll = (client: ChatClient) => bodiesOf(client, this.roomId).slice(-40).join() === expected;
    await Promise.all(this.clients.map((client) => until(client, () => hasAll(client), `message ${this.said} of the control people`, DELIVERED_MS)));
  }

  leave(): void {
    this.people.leave();
  }
}
