import type { EventDraft } from '../event-log.js';
import type { ChatEvent, LogRecord } from '../event.js';
import type { User } from '../user.js';
import { created, edited, joined, left, posted, removed, testId, testUser } from './drafts.js';

/** What may happen next, as numbers that a property test can invent and shrink. */
export interface Step {
  readonly who: number;
  readonly act: 'join' | 'leave' | 'post' | 'edit' | 'remove';
  readonly which: number;
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
  private readonly messages: { id: string; author: User; removed: boolean }[] = [];
  private roomSeq = 0;

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
    if (act === 'leave') return void this.leave(user);
    if (act === 'post') return void this.post(user);
    const own = this.messages.filter((message) => message.author === user && !message.removed);
    const message = own[which % Math.max(1, own.length)];
    if (!message) return;
    if (act === 'remove') message.removed = true;
    this.append(act === 'edit' ? edited(this.room, message.id, `edit ${this.head}`) : removed(this.room, message.id));
  }

  join(user: User): ChatEvent {
    this.members.add(user);
    return this.append(joined(this.room, user, this.members.size));
  }

  leave(user: User): ChatEvent {
    this.members.delete(user);
    return this.append(left(this.room, user, this.members.size));
  }

  post(author: User, body = `post ${this.head}`): ChatEvent {
    const event = this.append(posted(this.room, author, body));
    this.messages.push({ id: event.id, author, removed: false });
    return event;
  }

  append({ audience, event }: EventDraft): ChatEvent {
    const numbered = { ...event, seq: this.head + 1, ...(audience.startsWith('room:') && { roomSeq: ++this.roomSeq }) } as ChatEvent;
    this.records.push({ audience, event: numbered });
    return numbered;
  }
}
