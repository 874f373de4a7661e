import type { EventDraft } from '../event-log.js';
import type { ChatEvent, LogRecord } from '../event.js';
import type { ReadMark } from '../reading.js';
import type { User } from '../user.js';
import { changed, created, edited, joined, left, posted, preferred, reacted, readQuietly, readUpTo, removed, testId, testUser, unreadFrom } from './drafts.js';

/** What may happen next, as numbers that a property test can invent and shrink. */
export interface Step {
  readonly who: number;
  readonly act: (typeof ACTS)[number];
  readonly which: number;
}

/** What a step can be; `call` posts and mentions everyone. */
export const ACTS = ['join', 'leave', 'post', 'call', 'edit', 'remove', 'react', 'read', 'read-quietly', 'unread', 'prefer', 'change'] as const;

interface Said {
  readonly id: string;
  readonly number: number;
  readonly author: User;
  readonly calls: boolean;
  removed: boolean;
  /** Who has reacted to it. */
  readonly fans: Set<User>;
}

/**
 * One room and its people, in which only what the server would allow comes to pass. A step that is not allowed now
 * (leaving without having joined, editing what was removed) is passed over.
 */
export class Scene {
  readonly room = testId();
  readonly people: readonly User[];
  readonly records: LogRecord[] = [];
  private readonly members = new Set<User>();
  private readonly messages: Said[] = [];
  private readonly readTo = new Map<User, number>();
  private roomSeq = 0;
  private topic: { topic?: string } = {};

  constructor(names: readonly string[] = ['Ada', 'Bob', 'Eve']) {
    this.people = names.map(testUser);
    this.append(created(this.room));
  }

  static of(steps: readonly Step[]): Scene {
    const scene = new Scene();
    for (const step of steps) scene.play(step);
    return scene;
  }

  get events(): ChatEvent[] {
    return this.records.map(({ event }) => event);
  }

  get head(): number {
    return this.records.length;
  }

  play({ who, act, which }: Step): void {
    const user = this.people[who % this.people.length]!;
    if (act === 'join') return void (this.members.has(user) || this.join(user));
    if (!this.members.has(user)) return;
    switch (act) {
      case 'leave':
        return void this.leave(user);
      case 'post':
      case 'call':
        return void this.post(user, undefined, act === 'call');
      case 'edit':
      case 'remove':
        return this.alter(user, act, which);
      case 'react':
        return this.react(user, which);
      case 'read':
      case 'read-quietly':
        return this.read(user, which, act === 'read');
      case 'unread':
        return this.unread(user, which);
      case 'prefer':
        return void this.append(preferred(this.room, user, { level: 'nothing', starred: which % 2 === 0, position: which }));
      case 'change':
        this.topic = { topic: `topic ${this.head}` };
        return void this.append(changed(this.room, this.topic));
    }
  }

  join(user: User): ChatEvent {
    this.members.add(user);
    this.readTo.set(user, this.messages.length);
    return this.append(joined(this.room, user, { memberCount: this.members.size, lastNumber: this.messages.length, ...this.topic }));
  }

  leave(user: User): ChatEvent {
    this.members.delete(user);
    return this.append(left(this.room, user, this.members.size));
  }

  post(author: User, body = `post ${this.head}`, calls = false): ChatEvent {
    const number = this.messages.length + 1;
    const event = this.append(posted(this.room, author, body, { number, ...(calls && { mentions: { people: [], room: true } }) }));
    this.messages.push({ id: event.id, number, author, calls, removed: false, fans: new Set() });
    this.readTo.set(author, number);
    return event;
  }

  append({ audience, event }: EventDraft): ChatEvent {
    const numbered = { ...event, seq: this.head + 1, ...(audience.startsWith('room:') && { roomSeq: ++this.roomSeq }) } as ChatEvent;
    this.records.push({ audience, event: numbered });
    return numbered;
  }

  /** What lies after a place for someone: as the server counts it for `read.reset` and for a snapshot. */
  markAt(user: User, number: number): ReadMark {
    const after = this.messages.filter((message) => message.number > number);
    const mentions = after.filter(({ calls, author, removed: gone }) => calls && author !== user && !gone);
    return { number, ownAfter: after.filter(({ author }) => author === user).length, mentions: mentions.map(({ id: messageId, number: at }) => ({ messageId, number: at })) };
  }

  private alter(user: User, act: 'edit' | 'remove', which: number): void {
    const own = this.messages.filter((message) => message.author === user && !message.removed);
    const message = own[which % Math.max(1, own.length)];
    if (!message) return;
    if (act === 'remove') message.removed = true;
    this.append(act === 'edit' ? edited(this.room, message.id, `edit ${this.head}`) : removed(this.room, message.id));
  }

  private react(user: User, which: number): void {
    const there = this.messages.filter((message) => !message.removed);
    const message = there[which % Math.max(1, there.length)];
    if (!message) return;
    if (!message.fans.delete(user)) message.fans.add(user);
    this.append(reacted(this.room, message.id, [...message.fans]));
  }

  private read(user: User, which: number, openly: boolean): void {
    const from = this.readTo.get(user)!;
    const number = Math.min(from + 1 + (which % 4), this.messages.length);
    if (number === from) return;
    this.readTo.set(user, number);
    this.append((openly ? readUpTo : readQuietly)(this.room, user, number, this.markAt(user, number).ownAfter));
  }

  private unread(user: User, which: number): void {
    const number = Math.max(0, this.readTo.get(user)! - 1 - (which % 4));
    this.readTo.set(user, number);
    this.append(unreadFrom(this.room, user, this.markAt(user, number)));
  }
}
