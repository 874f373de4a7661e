import { type EncodedEphemeral, EphemeralSource, type Presence, type PresenceState, TIMING, type Typing, type User, type Viewer, Viewers } from '@fourways/chat-core';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Leases } from './leases.js';

interface Person {
  user: User;
  state: PresenceState;
  /** Decides who may know of her. */
  viewer: Viewer;
}

interface Typist {
  user: User;
  roomId: string;
  untilMs: number;
}

type Change = { n: number; person: Person; leftRoom?: string } | { n: number; typist: Typist };

const KEPT_CHANGES = 1_000;
const SWEEP_MS = 1_000;

/**
 * Who is here and who is typing: leased, latest wins, in memory only (PROTOCOL E1). Changes are numbered, so a reader
 * that tells its number gets what changed since, and one whose number is unknown gets everything.
 */
@Injectable()
export class PresenceBoard extends EphemeralSource implements OnApplicationShutdown {
  private readonly people = new Map<string, Person>();
  private readonly typists = new Map<string, Typist>();
  private changes: Change[] = [];
  /** Starts at the clock, so that numbers handed out before a restart are recognised as old. */
  private n = Date.now();
  private forgottenN = this.n;
  /** By user: whose rooms have changed at `n` must be told everything anew. */
  private readonly staleBefore = new Map<string, number>();
  private readonly leases = new Leases((userId) => this.refresh(userId));
  private readonly audiences = new Set<string>();
  private flushTimer: NodeJS.Timeout | undefined;
  private readonly sweepTimer = setInterval(() => this.sweep(), SWEEP_MS).unref();

  constructor(private readonly viewers: Viewers) {
    super();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweepTimer);
    clearTimeout(this.flushTimer);
  }

  /** Someone is here for `ttlMs`, by the connection that `leaseId` names; calling again renews. */
  renew(user: User, viewer: Viewer, lease: { id: string; ttlMs: number; idle?: boolean | undefined }): void {
    const person = this.people.get(user.id);
    if (person) person.viewer = viewer;
    else this.people.set(user.id, { user, viewer, state: 'offline' });
    this.leases.renew(user.id, lease);
  }

  /** Extends a lease that exists; says whether it did. */
  touch(userId: string, leaseId: string, ttlMs: number): boolean {
    return this.leases.touch(userId, { id: leaseId, ttlMs });
  }

  /** Whether anybody sits at the page that the connection belongs to. */
  setIdle(userId: string, conn: string, idle: boolean): void {
    this.leases.setIdle(userId, conn, idle);
  }

  /** The connection has gone; without another, the person is shown for `graceMs` more. */
  release(userId: string, leaseId: string, graceMs: number): void {
    this.leases.touch(userId, { id: leaseId, ttlMs: graceMs });
  }

  /** Ends everything that is known of the person at once. */
  signOut(userId: string): void {
    this.leases.drop(userId);
  }

  /** Whether somebody sits at a page of hers now, as far as is known. */
  isActive(userId: string): boolean {
    return this.leases.state(userId) === 'online';
  }

  setTyping(user: User, roomId: string, typing: boolean): void {
    const key = `${roomId}:${user.id}`;
    if (!typing && !this.typists.has(key)) return;
    const typist = { user, roomId, untilMs: typing ? Date.now() + TIMING.typingTtlMs : 0 };
    if (typing) this.typists.set(key, typist);
    else this.typists.delete(key);
    this.note({ n: ++this.n, typist }, [roomId]);
  }

  /** A person has come into a room: others see her now, and she sees others. */
  roomJoined(userId: string, roomId: string): void {
    this.roomsChanged(userId, roomId);
  }

  /** A person has left a room: who shares no other with her must be told that she is gone, and she sees fewer. */
  roomLeft(userId: string, roomId: string): void {
    this.roomsChanged(userId, roomId, { leftRoom: roomId });
  }

  override since(n: number | undefined, viewer: Viewer): EncodedEphemeral | null {
    const known = n !== undefined && n >= this.forgottenN && n <= this.n && n >= (this.staleBefore.get(viewer.userId) ?? 0);
    if (known && n === this.n) return null;
    const news = known ? this.delta(n, viewer) : this.everything(viewer);
    return news && { n: this.n, json: JSON.stringify(news) };
  }

  /** All that the viewer may know now. */
  everything(viewer: Viewer): { n: number; full: true; typing: Typing[]; presence: Presence[] } {
    const rooms = new Set(viewer.rooms());
    const people = [...this.people.values()].filter((person) => person.state !== 'offline' && shares(person, viewer, rooms));
    const typists = [...this.typists.values()].filter(({ roomId }) => rooms.has(roomId));
    return { n: this.n, full: true, typing: typists.map(toTyping), presence: people.map(toPresence) };
  }

  private delta(n: number, viewer: Viewer): { n: number; typing: Typing[]; presence: Presence[] } | null {
    const rooms = new Set(viewer.rooms());
    const people = new Map<string, Person>();
    const typists = new Map<string, Typist>();
    const leavers = new Map<string, Person>();
    for (let i = this.changes.length - 1; i >= 0 && this.changes[i]!.n > n; i--) {
      const change = this.changes[i]!;
      if ('typist' in change) {
        setNewest(typists, keyOf(change.typist), change.typist);
        continue;
      }
      setNewest(people, change.person.user.id, change.person);
      if (change.leftRoom && rooms.has(change.leftRoom)) leavers.set(change.person.user.id, change.person);
    }
    const seen = [...people.values()].filter((person) => shares(person, viewer, rooms)).map(toPresence);
    const gone = [...leavers.values()].filter((person) => !shares(person, viewer, rooms)).map(({ user }) => ({ user, state: 'offline' as const }));
    const presence = [...seen, ...gone];
    const typing = [...typists.values()].filter(({ roomId }) => rooms.has(roomId)).map(toTyping);
    return presence.length + typing.length > 0 ? { n: this.n, typing, presence } : null;
  }

  private roomsChanged(userId: string, roomId: string, how: { leftRoom?: string } = {}): void {
    this.staleBefore.set(userId, ++this.n);
    const person = this.people.get(userId);
    if (person) this.note({ n: ++this.n, person, ...how }, [roomId]);
  }

  private refresh(userId: string): void {
    const person = this.people.get(userId);
    const state = this.leases.state(userId);
    if (!person || person.state === state) return;
    person.state = state;
    if (state === 'offline') this.people.delete(userId);
    this.note({ n: ++this.n, person }, person.viewer.rooms());
  }

  private note(change: Change, roomIds: readonly string[]): void {
    this.changes.push(change);
    if (this.changes.length > 2 * KEPT_CHANGES) {
      this.forgottenN = this.changes[KEPT_CHANGES - 1]!.n;
      this.changes = this.changes.slice(KEPT_CHANGES);
      for (const [userId, n] of this.staleBefore) if (n <= this.forgottenN) this.staleBefore.delete(userId);
    }
    for (const roomId of roomIds) this.audiences.add(`room:${roomId}`);
    if (!this.flushTimer) this.flush();
  }

  /** Wakes at once, then not again for a while: changes in between are told together. */
  private flush(): void {
    this.flushTimer = undefined;
    if (this.audiences.size === 0) return;
    for (const audience of this.audiences) this.viewers.wakeAudience(audience);
    this.audiences.clear();
    this.flushTimer = setTimeout(() => this.flush(), TIMING.ephemeralConflateMs).unref();
  }

  private sweep(): void {
    const nowMs = Date.now();
    for (const [key, { untilMs }] of this.typists) if (untilMs <= nowMs) this.typists.delete(key);
    this.leases.sweep(nowMs);
  }
}

/** Changes are walked from the newest on: the first one met is the one that holds. */
function setNewest<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function keyOf({ roomId, user }: Typist): string {
  return `${roomId}:${user.id}`;
}

function shares(person: Person, viewer: Viewer, rooms: ReadonlySet<string>): boolean {
  return person.user.id === viewer.userId || person.viewer.rooms().some((roomId) => rooms.has(roomId));
}

function toPresence({ user, state }: Person): Presence {
  return { user, state };
}

function toTyping({ user, roomId, untilMs }: Typist): Typing {
  return { user, roomId, ttlMs: Math.max(0, untilMs - Date.now()) };
}
