import { type Ack, type ChatEvent, parseCursor } from '@fourways/chat-core';
import { backoffMs } from './backoff.js';
import type { OutboxEntry } from './outbox-entry.js';
import { Pace } from './pace.js';
import { toChatError } from './unreachable.js';

interface Ports {
  /** Sends once. Rejects with a ChatError: one that is not retryable is final; after `unreachable` the outcome is unknown. */
  send(entry: OutboxEntry, signal: AbortSignal): Promise<Ack>;
  changed(entries: readonly OutboxEntry[]): void;
  random(): number;
}

/**
 * The texts that are not yet in the timeline (PROTOCOL W5). One is under way per room, in the order of typing; the
 * next one follows the acknowledgement. An entry leaves when its event has been applied, by whichever mode it came,
 * or when its place in the log has: an acknowledgement alone is not enough. A refused one makes way for the next.
 */
export class Outbox {
  private entries: readonly OutboxEntry[];
  /** `seq` of those acknowledged. */
  private readonly acks = new Map<string, number>();
  private readonly busy = new Map<string, Pace>();
  private appliedSeq = 0;
  private open = false;
  private closing = new AbortController();

  constructor(
    private readonly ports: Ports,
    entries: readonly OutboxEntry[] = [],
  ) {
    this.entries = entries.map((entry) => (entry.state === 'sending' ? { ...entry, state: 'not-confirmed' } : entry));
  }

  /** Shows the entry at once and sends it when its turn has come. */
  add(entry: OutboxEntry): void {
    this.set([...this.entries, entry]);
    this.drain(entry.roomId);
  }

  /** Sends a failed entry again, in its old place; hurries the others of its room. */
  retry(clientMsgId: string): void {
    const entry = this.find(clientMsgId);
    if (!entry) return;
    if (entry.state === 'failed') this.patch(entry, 'queued');
    this.busy.get(entry.roomId)?.poke();
    this.drain(entry.roomId);
  }

  /** Takes out a queued or failed entry; one that may have been stored cannot be taken back. */
  cancel(clientMsgId: string): OutboxEntry | undefined {
    const entry = this.find(clientMsgId);
    if (entry?.state !== 'queued' && entry?.state !== 'failed') return undefined;
    this.remove([entry]);
    return entry;
  }

  /** Sends while open. What is under way when it closes is still waited for. */
  setOpen(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    if (!open) return;
    for (const pace of this.busy.values()) pace.poke();
    for (const roomId of new Set(this.entries.map((entry) => entry.roomId))) this.drain(roomId);
  }

  /** Events have been applied; everything up to `seq` has. */
  applied(events: readonly Pick<ChatEvent, 'clientMsgId' | 'actor'>[], seq: number, me: string): void {
    this.appliedSeq = seq;
    if (this.entries.length === 0) return;
    const arrived = new Set(events.filter(({ actor }) => actor === me).map(({ clientMsgId }) => clientMsgId));
    this.remove(this.entries.filter(({ clientMsgId }) => arrived.has(clientMsgId) || this.isPast(clientMsgId)));
  }

  /** The log is another one: what it acknowledged is sent again, which repeats nothing. */
  forgetAcks(): void {
    this.acks.clear();
    for (const { roomId } of this.entries) this.drain(roomId);
  }

  clear(): void {
    this.remove(this.entries);
  }

  /** Ends all waiting; entries stay as they are. */
  close(): void {
    this.open = false;
    this.closing.abort();
    this.closing = new AbortController();
  }

  private drain(roomId: string): void {
    if (this.busy.has(roomId) || !this.open) return;
    const pace = new Pace();
    this.busy.set(roomId, pace);
    void this.sendAll(roomId, pace).finally(() => {
      this.busy.delete(roomId);
      if (this.next(roomId)) this.drain(roomId);
    });
  }

  private async sendAll(roomId: string, pace: Pace): Promise<void> {
    const { signal } = this.closing;
    let failures = 0;
    for (let entry = this.next(roomId); entry && this.open && !signal.aborted; entry = this.next(roomId)) {
      const waitMs = await this.attempt(entry, failures, signal);
      failures = waitMs === null ? 0 : failures + 1;
      if (waitMs === null) continue;
      pace.settle();
      await pace.wait(waitMs, signal);
    }
  }

  /** Sends once. Null when the entry is done with; otherwise how long to wait, in ms, before it is sent again. */
  private async attempt(entry: OutboxEntry, failures: number, signal: AbortSignal): Promise<number | null> {
    this.patch(entry, entry.state === 'not-confirmed' ? 'not-confirmed' : 'sending');
    try {
      this.acknowledged(entry, await this.ports.send(entry, signal));
      return null;
    } catch (cause) {
      const error = toChatError(cause);
      const held = error.code === 'rate' || error.code === 'no_session';
      if (!held && !error.retryable) this.patch(entry, 'failed', error);
      else this.patch(entry, held ? 'queued' : 'not-confirmed', error);
      return held || error.retryable ? (error.retryAfterMs ?? backoffMs(failures, this.ports.random)) : null;
    }
  }

  private acknowledged({ clientMsgId }: OutboxEntry, ack: Ack): void {
    const entry = this.find(clientMsgId);
    if (!entry) return;
    this.acks.set(clientMsgId, ack.event?.seq ?? parseCursor(ack.cursor).seq);
    if (this.isPast(clientMsgId)) this.remove([entry]);
    else this.patch(entry, 'sending');
  }

  private isPast(clientMsgId: string): boolean {
    return (this.acks.get(clientMsgId) ?? Infinity) <= this.appliedSeq;
  }

  private next(roomId: string): OutboxEntry | undefined {
    return this.entries.find((entry) => entry.roomId === roomId && entry.state !== 'failed' && !this.acks.has(entry.clientMsgId));
  }

  private find(clientMsgId: string): OutboxEntry | undefined {
    return this.entries.find((entry) => entry.clientMsgId === clientMsgId);
  }

  private patch({ clientMsgId }: OutboxEntry, state: OutboxEntry['state'], error?: OutboxEntry['error']): void {
    const change = (entry: OutboxEntry): OutboxEntry => {
      const { error: _, ...rest } = entry;
      return { ...rest, state, ...(error && { error }) };
    };
    this.set(this.entries.map((entry) => (entry.clientMsgId === clientMsgId ? change(entry) : entry)));
  }

  private remove(gone: readonly OutboxEntry[]): void {
    if (gone.length === 0) return;
    for (const { clientMsgId } of gone) this.acks.delete(clientMsgId);
    this.set(this.entries.filter((entry) => !gone.includes(entry)));
  }

  private set(entries: readonly OutboxEntry[]): void {
    this.entries = entries;
    this.ports.changed(entries);
  }
}
