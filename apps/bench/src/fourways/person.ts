import { type Ack, type Cursor, PATHS, type Snapshot } from '@fourways/chat-core';

/** A guest with a session. */
export class Person {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  static async signIn(url: string, name: string): Promise<Person> {
    const response = await send(`${url}${PATHS.session}`, { body: { name } });
    const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    return new Person(url, cookie);
  }

  async createRoom(name: string): Promise<string> {
    const { event } = await this.post<Ack>(PATHS.rooms, { name, kind: 'public' });
    return event!.roomId;
  }

  async join(roomId: string): Promise<void> {
    await this.post(`${PATHS.rooms}/${roomId}/join`, {});
  }

  async cursor(): Promise<Cursor> {
    const response = await send(`${this.url}${PATHS.snapshot}`, { cookie: this.cookie });
    return ((await response.json()) as Snapshot).cursor;
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const response = await send(`${this.url}${path}`, { cookie: this.cookie, body });
    return (await response.json()) as T;
  }
}

async function send(url: string, { cookie = '', body }: { cookie?: string; body?: object }): Promise<Response> {
  const headers = { Cookie: cookie, ...(body && { 'Content-Type': 'application/json' }) };
  const response = await fetch(url, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status} ${await response.text()}`);
  return response;
}
