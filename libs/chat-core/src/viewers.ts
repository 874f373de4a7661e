import type { LogRecord } from './event.js';
import { LIMITS } from './limits.js';
import { type Interval, Viewer } from './viewer.js';

/** Every stay of a person in every room, from the tables. */
export type LoadStays = (userId: string) => Promise<{ roomId: string; stay: Interval }[]>;

interface ViewersOptions {
  load: LoadStays;
  /** Runs a function in a later turn of the event loop. */
  defer?: (task: () => void) => void;
  /** How many viewers without a connection are remembered, so that a poll need not ask the database. */
  idleLimit?: number;
  /** How many readers are woken in one turn. */
  slice?: number;
  /** Told of what a listener has thrown. */
  onError?: (error: unknown) => void;
}

interface Entry {
  viewer: Viewer;
  ready: Promise<Viewer>;
  /** Records met while the stays were being loaded. */
  missed: LogRecord[] | undefined;
  users: number;
}

/** Who is looking: keeps each person's stays current from the log itself, and wakes those whom news concerns. */
export class Viewers {
  private readonly entries = new Map<string, Entry>();
  private readonly inRoom = new Map<string, Set<Viewer>>();
  private readonly pending = new Set<() => void>();
  private draining = false;
  /** Records since everyone was woken. */
  private sinceAll = 0;
  private readonly load: LoadStays;
  private readonly defer: (task: () => void) => void;
  private readonly idleLimit: number;
  private readonly slice: number;
  private readonly onError: (error: unknown) => void;

  constructor({ load, defer = (task) => void setTimeout(task, 0), idleLimit = 10_000, slice = 500, onError = console.error }: ViewersOptions) {
    this.load = load;
    this.defer = defer;
    this.idleLimit = idleLimit;
    this.slice = slice;
    this.onError = onError;
  }

  /** The person's viewer, shared by all of her connections. Each `enter` is answered by one `leave`. */
  enter(userId: string): Promise<Viewer> {
    const entry = this.entries.get(userId) ?? this.begin(userId);
    entry.users++;
    this.entries.delete(userId);
    this.entries.set(userId, entry);
    return entry.ready;
  }

  leave(userId: string): void {
    const entry = this.entries.get(userId);
    if (entry) entry.users--;
    if (this.entries.size > this.idleLimit) this.forgetIdle();
  }

  /** Takes news of the log: first who may see what, then who must look. Now and then that is everyone, lest the quiet fall behind. */
  take(records: readonly LogRecord[]): void {
    for (const record of records) {
      if (record.event.type === 'member.joined') this.note(record, record.event.data.user.id);
      this.wakeAudience(record.audience);
      if (record.event.type === 'member.left') this.note(record, record.event.data.userId);
    }
    this.sinceAll += records.length;
    if (this.sinceAll >= LIMITS.quietEvents) this.wakeAudience('all');
  }

  wakeAudience(audience: string): void {
    if (audience === 'all') this.wakeAll();
    else if (audience.startsWith('room:')) for (const viewer of this.inRoom.get(audience.slice(5)) ?? []) this.wake(viewer);
    else this.wake(this.entries.get(audience.slice(5))?.viewer);
  }

  /** How many persons are remembered. */
  get size(): number {
    return this.entries.size;
  }

  private begin(userId: string): Entry {
    const viewer = new Viewer(userId);
    const entry: Entry = { viewer, ready: Promise.resolve(viewer), missed: [], users: 0 };
    entry.ready = this.fill(entry).catch((error) => {
      this.entries.delete(userId);
      throw error;
    });
    this.entries.set(userId, entry);
    return entry;
  }

  private async fill(entry: Entry): Promise<Viewer> {
    const { viewer } = entry;
    for (const { roomId, stay } of await this.load(viewer.userId)) viewer.restore(roomId, stay);
    for (const roomId of viewer.rooms()) this.index(roomId).add(viewer);
    const missed = entry.missed ?? [];
    entry.missed = undefined;
    for (const record of missed) this.note(record, viewer.userId);
    return viewer;
  }

  private note(record: LogRecord, userId: string): void {
    const entry = this.entries.get(userId);
    if (!entry) return;
    if (entry.missed) return void entry.missed.push(record);
    const { viewer } = entry;
    const { event } = record;
    if (event.type === 'member.joined') viewer.join(event.roomId, event.seq);
    if (event.type === 'member.left') viewer.leave(event.roomId, event.seq);
    if (viewer.isIn(event.roomId)) this.index(event.roomId).add(viewer);
    else this.unindex(event.roomId, viewer);
  }

  private index(roomId: string): Set<Viewer> {
    let viewers = this.inRoom.get(roomId);
    if (!viewers) this.inRoom.set(roomId, (viewers = new Set()));
    return viewers;
  }

  private unindex(roomId: string, viewer: Viewer): void {
    const viewers = this.inRoom.get(roomId);
    viewers?.delete(viewer);
    if (viewers?.size === 0) this.inRoom.delete(roomId);
  }

  private forgetIdle(): void {
    for (const [userId, { viewer, users, missed }] of this.entries) {
      if (this.entries.size <= this.idleLimit) return;
      if (users > 0 || missed) continue;
      this.entries.delete(userId);
      for (const roomId of viewer.rooms()) this.unindex(roomId, viewer);
    }
  }

  private wakeAll(): void {
    this.sinceAll = 0;
    for (const { viewer } of this.entries.values()) this.wake(viewer);
  }

  private wake(viewer: Viewer | undefined): void {
    for (const wake of viewer?.listening ?? []) this.pending.add(wake);
    if (this.draining || this.pending.size === 0) return;
    this.draining = true;
    this.defer(() => this.drain());
  }

  /** Wakes a slice and yields, so that one message to thousands does not hold up everything else. */
  private drain(): void {
    let woken = 0;
    for (const wake of this.pending) {
      this.pending.delete(wake);
      this.attempt(wake);
      if (++woken === this.slice) return this.defer(() => this.drain());
    }
    this.draining = false;
  }

  /** A listener that fails harms no other. */
  private attempt(wake: () => void): void {
    try {
      wake();
    } catch (error) {
      this.onError(error);
    }
  }
}
