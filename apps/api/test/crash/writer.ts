import { Ack } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { LOBBY_ID } from '../people.js';

/** Posts as fast as it is answered, and repeats what was not answered under the same id, as the outbox does. */
export class Writer {
  /** What the server has acknowledged: body by `seq`. */
  readonly acknowledged = new Map<number, string>();
  /** Everything that was ever sent. */
  readonly sent = new Set<string>();
  private running = true;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly name: string,
  ) {}

  stop(): void {
    this.running = false;
  }

  async run(): Promise<void> {
    for (let i = 0; this.running; i++) await this.post(v7(), `${this.name} ${i}`);
  }

  private async post(clientMsgId: string, body: string): Promise<void> {
    this.sent.add(body);
    while (this.running) {
      const ack = await this.attempt(JSON.stringify({ clientMsgId, body }));
      if (ack) return void this.acknowledged.set(ack.event!.seq, body);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async attempt(body: string): Promise<Ack | null> {
    try {
      const headers = { cookie: this.cookie, 'content-type': 'application/json' };
      const response = await fetch(`${this.url}/api/rooms/${LOBBY_ID}/messages`, { method: 'POST', headers, body });
      return response.ok ? Ack.parse(await response.json()) : null;
    } catch {
      return null;
    }
  }
}
