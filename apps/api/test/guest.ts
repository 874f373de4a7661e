import { type Ack, type Attachment, type Frame, HEADERS, PATHS, type Problem, type RoomSummary, SESSION_COOKIE, type Snapshot, type User } from '@fourways/chat-core';
import { io, type Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import { LOBBY } from '../src/session/lobby.js';

interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export type Refusal = Answer<Problem>;

interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** A person with a session, seen from the wire: no client library between her and the server. */
export class Guest {
  private constructor(
    readonly url: string,
    readonly cookie: string,
    readonly user: User,
  ) {}

  static async signIn(url: string, name = 'Ada'): Promise<Guest> {
    const response = await fetch(`${url}${PATHS.session}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name }) });
    if (response.status !== 201) throw new Error(`Sign-in: ${response.status} ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    return new Guest(url, cookie, (await response.json()) as User);
  }

  /** What the cookie holds: nobody but the browser should ever see it. */
  get token(): string {
    return this.cookie.slice(SESSION_COOKIE.length + 1);
  }

  async request<T>(method: string, path: string, { body, headers = {}, signal }: RequestOptions = {}): Promise<Answer<T>> {
    const json = body !== undefined && { 'Content-Type': 'application/json' };
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { Cookie: this.cookie, ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as T };
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.request<T>('GET', path);
  }

  post<T = Ack>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.request<T>('POST', path, { body });
  }

  async snapshot(): Promise<Snapshot> {
    return (await this.get<Snapshot>(PATHS.snapshot)).body;
  }

  async rooms(): Promise<RoomSummary[]> {
    return (await this.get<RoomSummary[]>(PATHS.rooms)).body;
  }

  say(text: string, { room = LOBBY.id, clientMsgId = v7() } = {}): Promise<Answer<Ack>> {
    return this.post(messagesOf(room), { clientMsgId, body: text });
  }

  /** Says something and returns the event that it became. */
  async saying(text: string, room = LOBBY.id) {
    const { status, body } = await this.say(text, { room });
    if (body.event?.type !== 'message.posted') throw new Error(`Posting: ${status} ${JSON.stringify(body)}`);
    return body.event;
  }

  /** Uploads a file into a room. */
  async upload(name: string, content: string | Buffer, { room = LOBBY.id as string, uploadId = v7() } = {}): Promise<Answer<Attachment>> {
    const response = await fetch(`${this.url}${filesOf(room)}?${new URLSearchParams({ uploadId, name }).toString()}`, {
      method: 'POST',
      headers: { Cookie: this.cookie, 'Content-Type': 'application/octet-stream' },
      body: new Uint8Array(Buffer.from(content)),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Attachment };
  }

  async createRoom(name: string, kind: 'public' | 'private' = 'public'): Promise<string> {
    const { status, body } = await this.post(PATHS.rooms, { name, kind });
    if (!body.event) throw new Error(`Creating a room: ${status} ${JSON.stringify(body)}`);
    return body.event.roomId;
  }

  join(room: string): Promise<Answer<Ack>> {
    return this.post(`${PATHS.rooms}/${room}/join`);
  }

  leave(room: string): Promise<Answer<Ack>> {
    return this.post(`${PATHS.rooms}/${room}/leave`);
  }

  poll(cursor: string): Promise<Answer<Frame>> {
    return this.get<Frame>(`${PATHS.poll}?cursor=${cursor}`);
  }

  /** Every event that polling from the cursor brings until it is up to date, frame by frame. */
  async readOn(cursor: string): Promise<Frame[]> {
    const frames: Frame[] = [];
    for (;;) {
      const { body, headers } = await this.poll(frames.at(-1)?.next ?? cursor);
      frames.push(body);
      if (headers.get(HEADERS.upToDate) === 'true') return frames;
    }
  }

  /** A socket that is connecting; to be closed by whoever asked for it. */
  socket(auth: Record<string, unknown>, headers: Record<string, string> = {}): Socket {
    const options = { path: PATHS.websocket, transports: ['websocket'], reconnection: false, forceNew: true };
    return io(this.url, { ...options, auth, extraHeaders: { Cookie: this.cookie, ...headers } });
  }
}

export function messagesOf(room: string): string {
  return `${PATHS.rooms}/${room}/messages`;
}

export function filesOf(room: string): string {
  return `${PATHS.rooms}/${room}/attachments`;
}
