import { setTimeout as wait } from 'node:timers/promises';
import { type ChatEvent, EventLog, type EventOf, type LogRecord, Tail, TIMING } from '@fourways/chat-core';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { PresenceBoard } from '../presence/presence-board.js';
import { PushQueue } from './push-queue.js';
import { type Delivery, type Listener, PushRepository } from './push.repository.js';
import { PushService } from './push.service.js';

type Posted = EventOf<'message.posted'>;

const PAUSE_MS = 300;
/** Pushes that are on their way at one time. */
const SENDING = 100;
/** Of what is on its way at the end, so that it need not be told again. */
const LAST_ANSWERS_MS = 1_000;
/** Of what was said before a restart. */
const RECENT = 1_000;

/**
 * Reads the log for those who have no page open: one more reader of it, which sleeps while nobody takes pushes. After a start nobody is
 * known to be here; people are given the time to come back before they are taken for gone.
 */
@Injectable()
export class PushReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PushReader.name);
  private readonly queue: PushQueue;
  private readonly sending = new Set<Promise<void>>();
  private news: Posted[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();
  private closed = false;

  constructor(
    config: Config,
    presence: PresenceBoard,
    private readonly log: EventLog,
    private readonly tail: Tail,
    private readonly devices: PushRepository,
    private readonly push: PushService,
  ) {
    const settledMs = Date.now() + 2 * (config.drainMs + config.restartMs);
    this.queue = new PushQueue((userId) => presence.isActive(userId) || Date.now() < settledMs);
  }

  /** What was said shortly before a restart may still wait to be told; `sentSeq` says who was told. */
  async onApplicationBootstrap(): Promise<void> {
    await this.push.open();
    this.tail.onGrown((records) => this.take(records));
    const recent = await this.log.readAfter(Math.max(0, this.tail.head - RECENT), RECENT);
    this.take(recent.filter(({ event }) => event.ts > Date.now() - TIMING.pushHoldMs));
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
    const answered = Promise.all(this.sending);
    await Promise.race([answered, wait(LAST_ANSWERS_MS, undefined, { ref: false })]);
    this.push.close();
    await answered;
  }

  private take(records: readonly LogRecord[]): void {
    if (!this.push.isUsed) return;
    const posted = records.map(({ event }) => event).filter(isPosted);
    if (posted.length === 0) return;
    this.news.push(...posted);
    this.soon();
  }

  private soon(): void {
    if (this.closed || this.timer) return;
    this.timer = setTimeout(() => {
      this.running = this.work().catch((error: unknown) => this.logger.error(error)).finally(() => {
        this.timer = undefined;
        if (this.news.length > 0 || !this.queue.isEmpty) this.soon();
      });
    }, PAUSE_MS);
  }

  private async work(): Promise<void> {
    const news = this.news;
    this.news = [];
    for (const [roomId, posted] of byRoom(news)) await this.enqueue(roomId, posted);
    const due = this.queue.due(Date.now(), SENDING - this.sending.size);
    if (due.length > 0) for (const delivery of await this.push.deliveries(due)) this.send(delivery);
  }

  private send(delivery: Delivery): void {
    const sending: Promise<void> = this.push.deliver(delivery).catch((error: unknown) => this.logger.error(error)).finally(() => this.sending.delete(sending));
    this.sending.add(sending);
  }

  private async enqueue(roomId: string, posted: readonly Posted[]): Promise<void> {
    for (const listener of await this.devices.listeners(roomId)) {
      const { userId } = listener;
      const isForHer = (event: Posted) => concerns(event, listener);
      const newest = posted.findLast(isForHer);
      if (newest) this.queue.add({ userId, roomId, first: posted.find(isForHer)!.data.number, newest: newest.data.number }, Date.now());
    }
  }
}

function isPosted(event: ChatEvent): event is Posted {
  return event.type === 'message.posted';
}

function concerns({ seq, data: { author, number, mentions } }: Posted, { userId, level, readNumber, sentSeq }: Listener): boolean {
  if (author.id === userId || number <= readNumber || seq <= sentSeq) return false;
  return level === 'everything' || mentions?.room === true || mentions?.people.some(({ id }) => id === userId) === true;
}

function byRoom(events: readonly Posted[]): Map<string, Posted[]> {
  const rooms = new Map<string, Posted[]>();
  for (const event of events) rooms.set(event.roomId, [...(rooms.get(event.roomId) ?? []), event]);
  return rooms;
}
