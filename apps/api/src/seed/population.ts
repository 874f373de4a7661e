import type { EventDraft, User } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { inRoom, stamp } from '../log/event-draft.js';
import type { Ledger } from '../log/ledger.js';
import type { WorkingSet } from '../log/working-set.js';
import type { MembersService } from '../rooms/members.service.js';
import type { RoomsService } from '../rooms/rooms.service.js';
import type { SessionService } from '../session/session.service.js';
import { nameOf, phraseFor, ROOMS } from './phrases.js';

interface Services {
  readonly ledger: Ledger;
  readonly sessions: SessionService;
  readonly rooms: RoomsService;
  readonly members: MembersService;
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly people: User[];
}

const BATCH = 500;
const DAY_MS = 24 * 3_600_000;

/** People, rooms and what they have said over the last weeks, made through the services and the log like everything else. */
export class Population {
  private readonly people: User[] = [];
  private readonly places: Place[] = [];
  private counts = new Map<string, number>();

  constructor(
    private readonly services: Services,
    private readonly random: () => number = Math.random,
  ) {}

  /** People come, and some of them open `rooms`: as many as there are names for at most. */
  async settle(count: number, rooms = ROOMS.length): Promise<void> {
    for (let n = 0; n < count; n += BATCH) {
      const names = Array.from({ length: Math.min(BATCH, count - n) }, (_, i) => nameOf(n + i));
      const signed = await Promise.all(names.map((name) => this.services.sessions.signIn(name)));
      this.people.push(...signed.map(({ user }) => user));
    }
    const suffix = v7().slice(-4);
    for (const name of ROOMS.slice(0, rooms)) await this.open(`${name} ${suffix}`);
  }

  /** Says so many messages, the oldest first; `said` is told how many there are. */
  async talk(count: number, days: number, said: (total: number) => void): Promise<void> {
    const begin = Date.now() - days * DAY_MS;
    for (let total = 0; total < count; total += BATCH) {
      const size = Math.min(BATCH, count - total);
      const at = (i: number) => Math.round(begin + ((total + i) / count) * days * DAY_MS);
      const rooms = this.places.map(({ id }) => id);
      await this.services.ledger.commit({ needs: { rooms }, decide: (state) => ({ events: Array.from({ length: size }, (_, i) => this.say(state, at(i), i === 0)) }) });
      said(total + size);
    }
  }

  private async open(name: string): Promise<void> {
    const founder = this.pick(this.people);
    const { event } = await this.services.rooms.create(founder, { name, kind: 'public' });
    const place: Place = { id: event!.roomId, name, people: [founder] };
    const guests = this.people.filter((user) => user !== founder && this.random() < 0.4);
    await Promise.all(guests.map((user) => this.services.members.join(user, place.id)));
    place.people.push(...guests);
    this.places.push(place);
  }

  /** Some rooms are busy, most are not. Numbers go on from what the room has; within a batch they are counted here. */
  private say(state: WorkingSet, ts: number, first: boolean): EventDraft {
    if (first) this.counts = new Map(this.places.map(({ id }) => [id, state.rooms.get(id)!.messageCount]));
    const place = this.places[Math.floor(this.random() ** 2 * this.places.length)]!;
    const author = this.pick(place.people);
    const number = this.counts.get(place.id)! + 1;
    this.counts.set(place.id, number);
    const mark = { ...stamp(author.id), ts };
    const body = phraseFor(place.name, (items) => this.pick(items));
    return inRoom({ ...mark, type: 'message.posted', roomId: place.id, clientMsgId: v7(), data: { messageId: mark.id, number, author, body } });
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!;
  }
}
