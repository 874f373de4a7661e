import { EventLog, type LogRange } from './event-log.js';
import type { Audience, ChatEvent, LogRecord } from './event.js';
import { silenced } from './silenced.js';
import { utf8Length } from './utf8-length.js';

/** A record with its JSON, serialised once for all readers. */
export interface TailRecord extends LogRecord {
  readonly seq: number;
  readonly json: string;
  /** Of `json` in UTF-8. */
  readonly bytes: number;
}

const PULL_LIMIT = 1_000;

/** Called with each run of new records, in order and without holes. */
export type Grown = (records: readonly TailRecord[]) => void;

/**
 * The newest records of the log in memory, so that readers at the head touch neither the database nor a serialiser.
 * Not more than `capacity` to twice that many are kept. What a removed message said is not (PROTOCOL W6).
 */
export class Tail {
  private records: TailRecord[] = [];
  private extent: LogRange = { epoch: '', first: 1, head: 0 };
  private readonly listeners = new Set<Grown>();
  private pulling: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly log: EventLog,
    private readonly capacity = 10_000,
  ) {}

  /** Fills the tail from the log. To be awaited before anything else. */
  async open(): Promise<void> {
    this.extent = await this.log.range();
    const after = Math.max(this.extent.first - 1, this.extent.head - this.capacity);
    this.extent = { ...this.extent, head: after };
    await this.pull();
  }

  get epoch(): string {
    return this.extent.epoch;
  }

  /** Oldest `seq` that the log still has. */
  get first(): number {
    return this.extent.first;
  }

  get head(): number {
    return this.extent.head;
  }

  /** The records with `seq > after`, or undefined when the tail does not reach back that far. */
  after(after: number, limit: number): readonly TailRecord[] | undefined {
    const start = this.head - this.records.length;
    if (after < start) return undefined;
    const from = after - start;
    return this.records.slice(from, from + limit);
  }

  onGrown(listener: Grown): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Takes records that this process has just committed; those that do not follow the head are left for `pull`. */
  offer(records: readonly LogRecord[]): void {
    const news = records.filter(({ event }) => event.seq > this.head);
    if (!this.pulling && news[0]?.event.seq === this.head + 1) this.grow(news);
  }

  /** Reads what the log has beyond the head. Calls made while one is running share the next run. */
  pull(): Promise<void> {
    this.again = true;
    this.pulling ??= this.pullAll();
    return this.pulling;
  }

  /** Looks at the log's extent: finds appends whose ring was lost, and what pruning has removed. */
  async check(): Promise<void> {
    const { first, head } = await this.log.range();
    this.extent = { ...this.extent, first };
    if (head > this.head) await this.pull();
  }

  private async pullAll(): Promise<void> {
    try {
      while (this.again) {
        const read = await this.readOn();
        this.again ||= read === PULL_LIMIT;
      }
    } finally {
      this.pulling = undefined;
    }
  }

  private async readOn(): Promise<number> {
    this.again = false;
    const read = await this.log.readAfter(this.head, PULL_LIMIT);
    this.grow(read.filter(({ event }) => event.seq > this.head));
    return read.length;
  }

  private grow(news: readonly LogRecord[]): void {
    const last = news.at(-1);
    if (!last) return;
    const records = news.map(encode);
    const isPrunedBetween = last.event.seq - this.head > records.length;
    if (isPrunedBetween) this.records = [];
    this.records.push(...records);
    this.silence(records);
    this.extent = { ...this.extent, head: last.event.seq };
    if (this.records.length > 2 * this.capacity) this.records = this.records.slice(-this.capacity);
    for (const listener of this.listeners) listener(records);
  }

  private silence(news: readonly TailRecord[]): void {
    const removed = new Set(news.flatMap(({ event }) => (event.type === 'message.removed' ? [event.data.messageId] : [])));
    if (removed.size === 0) return;
    this.records = this.records.map((record) => {
      const event = silenced(record.event, removed);
      return event === record.event ? record : encode({ audience: record.audience, event });
    });
  }
}

/** Gives a record read from the log the form that the tail's records have. */
export function encode({ audience, event }: { audience: Audience; event: ChatEvent }): TailRecord {
  const json = JSON.stringify(event);
  return { audience, event, seq: event.seq, json, bytes: utf8Length(json) };
}
