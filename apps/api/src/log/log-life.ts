import { Doorbell, type LogRecord, Tail, TIMING, Viewers } from '@fourways/chat-core';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HighWaterMark } from './high-water-mark.js';
import { Ledger } from './ledger.js';

/** Joins ledger, doorbell, tail and viewers while the server runs, and marks how far the log has come. */
@Injectable()
export class LogLife implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(LogLife.name);
  private readonly stops: (() => void)[] = [];
  private ownRing = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly tail: Tail,
    private readonly viewers: Viewers,
    private readonly doorbell: Doorbell,
    private readonly mark: HighWaterMark,
  ) {}

  onModuleInit(): void {
    this.stops.push(this.tail.onGrown((records) => this.viewers.take(records)));
    this.stops.push(this.doorbell.listen(() => this.ownRing || this.pull()));
    this.ledger.onCommitted((records) => this.announce(records));
    const safetyTick = setInterval(() => void this.attempt(this.check()), TIMING.safetyTickMs);
    this.stops.push(() => clearInterval(safetyTick));
  }

  async onApplicationShutdown(): Promise<void> {
    for (const stop of this.stops) stop();
    await this.attempt(this.mark.raise(this.tail));
  }

  private async check(): Promise<void> {
    await this.tail.check();
    await this.mark.raise(this.tail);
  }

  /** This process has what it has just written: it rings for the others. */
  private announce(records: readonly LogRecord[]): void {
    this.tail.offer(records);
    if (this.tail.head < (records.at(-1)?.event.seq ?? 0)) this.pull();
    this.ownRing = true;
    this.doorbell.ring();
    this.ownRing = false;
  }

  private pull(): void {
    void this.attempt(this.tail.pull());
  }

  /** A failed look costs latency only: the next tick looks again. */
  private attempt(look: Promise<void>): Promise<void> {
    return look.catch((error: unknown) => void this.logger.error(error));
  }
}
