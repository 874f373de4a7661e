import { type Ack, type ChatError, type ChatEvent, type ErrorCode, parseCursor } from '@fourways/chat-core';
import { backoffMs } from './backoff.js';
import { filesAnew } from './files-anew.js';
import { Doubts } from './outbox-doubts.js';
import type { OutboxEntry } from './outbox-entry.js';
import { isInRoom, type OutboxFile } from './outbox-file.js';
import { OutboxList } from './outbox-list.js';
import type { OutboxShelf } from './outbox-shelf.js';
import { Pace } from './pace.js';
import { toChatError } from './unreachable.js';

interface Ports {
  /** Sends once. Rejects with a ChatError: one that is not retryable is final; after `unreachable` the outcome is unknown. */
  send(entry: OutboxEntry, signal: AbortSignal): Promise<Ack>;
  /** Puts the files of an entry into its room. Rejects as `send` does. */
  upload(entry: OutboxEntry, signal: AbortSignal): Promise<readonly OutboxFile[]>;
  changed(entries: readonly OutboxEntry[]): void;
  random(): number;
  readonly shelf: OutboxShelf;
}

/** Not now, and not stored: the entry waits as if it had not been sent. */
const HELD: readonly ErrorCode[] = ['rate', 'no_session', 'overloaded', 'shutting_down'];

/**
 * The texts that are not yet in the timeline (PROTOCOL W5). One is under way per room, in the order of typing; the
 * next one follows the acknowledgement. An entry is on the shelf before it is sent, until it is acknowledged; it leaves
 * the list when its event has been applied, by whichever mode it came, or when its place in the log has. A refused one
 * makes way for the next.
 */
export class Outbox {
  private readonly list: OutboxList;
  private readonly doubts = new Doubts((clientMsgId) => this.notAnswered(clientMsgId));
  /** `seq` of those acknowledged. */
  private readonly acks = new Map<string, number>();
  /** Whose files have been uploaded anew. */
  private readonly renewals = new Set<string>();
  private readonly busy = new Map<string, Pace>();
  private appliedSeq = 0;
  private started = false;
  private open = false;
  private closing = new AbortController();

  constructor(private readonly ports: Ports) {
    this.list = new OutboxList(ports.shelf, ports.changed);
  }

  /** Takes up what earlier pages have left. Calling it again changes nothing. */
  start(): void {
    if (this.started) return;
    this.started = true;
    this.ports.shelf.open((found) => this.adopt(found));
  }

  /** Shows the entry at once and sends it when its turn has come. */
  add(entry: OutboxEntry): void {
    this.list.add(entry);
    this.drain(entry.roomId);
  }

  /** Sends a failed entry again, in its old place; hurries the others of its room. */
  retry(clientMsgId: string): void {
    const entry = this.list.find(clientMsgId);
    if (!entry) return;
    if (entry.state === 'failed') this.list.keep(clientMsgId, 'queued');
    this.busy.get(entry.roomId)?.poke();
    this.drain(entry.roomId);
  }

  /** Takes out a queued or failed entry; one that may have been stored cannot be taken back. */
  cancel(clientMsgId: string): OutboxEntry | undefined {
    const entry = this.list.find(clientMsgId);
    if (entry?.state !== 'queued' && entry?.state !== 'failed') return undefined;
    this.remove([clientMsgId]);
    return entry;
  }

  /** Sends while open. What is under way when it closes is still waited for. */
  setOpen(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    if (!open) return;
    for (const pace of this.busy.values()) pace.poke();
    this.drainAll();
  }

  /** Events have been applied; everything up to `seq` has. */
  applied(events: readonly Pick<ChatEvent, 'clientMsgId' | 'actor'>[], seq: number, me: string): void {
    this.appliedSeq = seq;
    if (this.list.all.length === 0) return;
    const arrived = new Set(events.filter(({ actor }) => actor === me).map(({ clientMsgId }) => clientMsgId));
    const ids = this.list.all.map(({ clientMsgId }) => clientMsgId);
    this.remove(ids.filter((id) => arrived.has(id) || this.isPast(id)));
  }

  /** The log is another one: what it acknowledged is sent again, which repeats nothing. */
  forgetAcks(): void {
    for (const clientMsgId of this.acks.keys()) this.list.restore(clientMsgId);
    this.acks.clear();
    this.drainAll();
  }

  /** Forgets everything of this person, here and in every other page. */
  clear(): void {
    this.settle(this.list.all.map(({ clientMsgId }) => clientMsgId));
    this.list.clear();
  }

  /** Ends all waiting; entries stay as they are, and another page may take them. */
  close(): void {
    this.open = this.started = false;
    this.closing.abort();
    this.closing = new AbortController();
    this.doubts.stop();
    this.ports.shelf.close();
  }

  private adopt(found: readonly OutboxEntry[]): void {
    const strangers = found.filter(({ clientMsgId }) => !this.list.find(clientMsgId));
    const wasUnderWay = ({ state }: OutboxEntry) => state === 'sending' || state === 'not-confirmed';
    for (const { clientMsgId } of strangers.filter(wasUnderWay)) this.doubts.mayBeStored(clientMsgId);
    this.list.merge(strangers.map((entry) => (wasUnderWay(entry) ? { ...entry, state: 'not-confirmed' } : entry)));
    this.drainAll();
  }

  private drainAll(): void {
    for (const roomId of new Set(this.list.all.map((entry) => entry.roomId))) this.drain(roomId);
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
  private async attempt(next: OutboxEntry, failures: number, signal: AbortSignal): Promise<number | null> {
    const { clientMsgId } = next;
    try {
      const entry = lacksFiles(next) ? await this.withFiles(next, signal) : next;
      if (!entry || !(await this.claim(entry)) || signal.aborted) return null;
      this.doubts.sent(clientMsgId);
      this.acknowledged(clientMsgId, await this.ports.send(entry, signal));
      return null;
    } catch (cause) {
      const error = toChatError(cause);
      if (!this.list.find(clientMsgId) || this.renewed(clientMsgId, error)) return null;
      return this.unsent(clientMsgId, error) ? (error.retryAfterMs ?? backoffMs(failures, this.ports.random)) : null;
    }
  }

  /** What is to be sent; undefined when it was taken back while its files were uploaded. */
  private async withFiles(entry: OutboxEntry, signal: AbortSignal): Promise<OutboxEntry | undefined> {
    return this.list.withFiles(entry.clientMsgId, await this.ports.upload(entry, signal));
  }

  private async claim({ clientMsgId, state }: OutboxEntry): Promise<boolean> {
    const entry = this.list.show(clientMsgId, state === 'not-confirmed' ? state : 'sending')!;
    const ours = await this.list.claim(entry);
    if (!ours) this.settle([clientMsgId]);
    return ours;
  }

  private acknowledged(clientMsgId: string, ack: Ack): void {
    if (!this.list.find(clientMsgId)) return;
    this.doubts.settle(clientMsgId);
    this.acks.set(clientMsgId, ack.event?.seq ?? parseCursor(ack.cursor).seq);
    if (this.isPast(clientMsgId)) this.remove([clientMsgId]);
    else this.list.stored(clientMsgId);
  }

  /** Answers whether the entry is to be sent again. */
  private unsent(clientMsgId: string, error: ChatError): boolean {
    const held = HELD.includes(error.code);
    const final = !held && !error.retryable;
    const neverSent = lacksFiles(this.list.find(clientMsgId));
    if (!held && !final && !neverSent) this.doubts.mayBeStored(clientMsgId);
    if (this.doubts.has(clientMsgId) && !final) return true;
    this.doubts.settle(clientMsgId);
    this.list.keep(clientMsgId, final ? 'failed' : 'queued', error);
    return !final;
  }

  /** Whether files that the room has no more are to be uploaded anew, once, and the entry is queued again. */
  private renewed(clientMsgId: string, { code }: ChatError): boolean {
    const files = code === 'attachment_not_found' && filesAnew(this.list.find(clientMsgId)!);
    if (!files || this.renewals.delete(clientMsgId)) return false;
    this.renewals.add(clientMsgId);
    this.doubts.settle(clientMsgId);
    this.list.withFiles(clientMsgId, files);
    this.list.keep(clientMsgId, 'queued');
    return true;
  }

  private notAnswered(clientMsgId: string): void {
    if (!this.acks.has(clientMsgId)) this.list.show(clientMsgId, 'not-confirmed');
  }

  private isPast(clientMsgId: string): boolean {
    return (this.acks.get(clientMsgId) ?? Infinity) <= this.appliedSeq;
  }

  private next(roomId: string): OutboxEntry | undefined {
    return this.list.all.find((entry) => entry.roomId === roomId && entry.state !== 'failed' && !this.acks.has(entry.clientMsgId));
  }

  private remove(clientMsgIds: readonly string[]): void {
    if (clientMsgIds.length === 0) return;
    this.settle(clientMsgIds);
    this.list.remove(clientMsgIds);
  }

  private settle(clientMsgIds: readonly string[]): void {
    for (const clientMsgId of clientMsgIds) {
      this.doubts.settle(clientMsgId);
      this.renewals.delete(clientMsgId);
      this.acks.delete(clientMsgId);
    }
  }
}

/** It has not been sent: that waits for its files. */
function lacksFiles(entry: OutboxEntry | undefined): boolean {
  return entry?.files !== undefined && !entry.files.every(isInRoom);
}
