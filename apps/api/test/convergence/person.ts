import { get } from 'node:http';
import { json } from 'node:stream/consumers';
import { type ChatEvent, Frame, PATHS, SESSION_COOKIE, Snapshot, type User } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { MembersService } from '../../src/rooms/members.service.js';
import { MessagesService } from '../../src/rooms/messages.service.js';
import { RoomsService } from '../../src/rooms/rooms.service.js';
import { SessionService } from '../../src/session/session.service.js';
import type { TestServer } from '../server.js';

/** Somebody with a session. What she may see is read here past every fault, and without our client. */
export class Person {
  private constructor(
    private readonly server: TestServer,
    readonly user: User,
    readonly cookie: string,
  ) {}

  static async signIn(server: TestServer, name: string): Promise<Person> {
    const { user, token } = await server.app.get(SessionService).signIn(name);
    return new Person(server, user, `${SESSION_COOKIE}=${token}`);
  }

  async createRoom(name: string): Promise<string> {
    const { event } = await this.server.app.get(RoomsService).create(this.user, { name, kind: 'public' });
    return event!.roomId;
  }

  async join(roomId: string): Promise<void> {
    await this.server.app.get(MembersService).join(this.user, roomId);
  }

  async say(roomId: string, body: string): Promise<void> {
    await this.server.app.get(MessagesService).post(this.user, roomId, { clientMsgId: v7(), body });
  }

  async snapshot(): Promise<Snapshot> {
    return Snapshot.parse(await this.get(PATHS.snapshot));
  }

  /** Every event that she may see after the cursor. */
  async eventsAfter(cursor: string): Promise<ChatEvent[]> {
    const events: ChatEvent[] = [];
    for (;;) {
      const frame = Frame.parse(await this.get(`${PATHS.poll}?cursor=${cursor}`));
      events.push(...frame.events);
      if (frame.upToDate) return events;
      cursor = frame.next;
    }
  }

  private get(path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = get(`${this.server.url}${path}`, { headers: { cookie: this.cookie } }, (response) => json(response).then(resolve, reject));
      request.on('error', reject);
    });
  }
}
