import { ChatClient } from '@fourways/chat-client';

/** A page keeps 300 messages of a room: beyond this many a talker takes her time, so that however slow the machine is all are still there to be compared. */
const BRISK_LINES = 150;
const UNHURRIED_MS = 1_000;

/** Somebody who talks in the lobby without a browser, over a WebSocket. */
export class Talker {
  private constructor(private readonly client: ChatClient) {}

  static async arrive(baseUrl: string, name = 'Bob'): Promise<Talker> {
    const client = new ChatClient({ baseUrl, mode: 'websocket' });
    await client.signIn(name);
    await client.start();
    return new Talker(client);
  }

  say(line: string): string {
    const [lobby] = this.client.getSnapshot().timeline!.rooms.keys();
    this.client.post(lobby!, line);
    return line;
  }

  /** Talks until the returned function is called, which gives what was said. */
  talk(prefix: string, everyMs = 150): () => string[] {
    const lines: string[] = [];
    let timer: NodeJS.Timeout;
    const next = () => {
      timer = setTimeout(next, lines.length < BRISK_LINES ? everyMs : Math.max(everyMs, UNHURRIED_MS));
      lines.push(this.say(`${prefix} ${lines.length}`));
    };
    timer = setTimeout(next, everyMs);
    return () => {
      clearTimeout(timer);
      return lines;
    };
  }

  /** Resolves when all that was said is stored. */
  async heard(): Promise<void> {
    while (this.client.getSnapshot().outbox.length > 0) await new Promise((changed) => void this.client.subscribe(() => changed(null)));
  }

  /** Whether the server has told it. */
  knows(line: string): boolean {
    return [...this.client.getSnapshot().timeline!.rooms.values()].some(({ messages }) => messages.some(({ body }) => body === line));
  }

  /** Whether this person is shown as being here. */
  sees(userId: string): boolean {
    return this.client.getSnapshot().presence.some(({ user }) => user.id === userId);
  }

  leave(): void {
    this.client.close();
  }
}
