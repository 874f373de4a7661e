import { ChatClient, type ChatClientOptions } from '@fourways/chat-client';
import type { Message } from '@fourways/chat-core';

export const LOBBY_ID = '00000000-0000-7000-8000-000000000001';

/** The clients of a test: each is signed in and in sync, and all are closed at its end. */
export class People {
  private readonly clients: ChatClient[] = [];

  async arrive(url: string, name: string, options: Partial<ChatClientOptions> = {}): Promise<ChatClient> {
    const client = this.client(url, options);
    await client.signIn(name);
    await client.start();
    return client;
  }

  client(url: string, options: Partial<ChatClientOptions> = {}): ChatClient {
    const client = new ChatClient({ baseUrl: url, pollIntervalMs: 500, random: () => Math.random() * 0.3, ...options });
    this.clients.push(client);
    return client;
  }

  leave(): void {
    for (const client of this.clients.splice(0)) client.close();
  }
}

export function messagesOf(client: ChatClient, roomId = LOBBY_ID): readonly Message[] {
  return client.getSnapshot().timeline?.rooms.get(roomId)?.messages ?? [];
}

export function bodiesOf(client: ChatClient, roomId = LOBBY_ID): string[] {
  return messagesOf(client, roomId).map(({ body }) => body);
}
