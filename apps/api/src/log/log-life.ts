import { Doorbell, type LogRecord, Tail, TIMING, Viewers } from '@fourways/chat-core';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Ledger } from './ledger.js';

/** Joins ledger, doorbell, tail and viewers while the server runs. */
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
  ) {}

  onModuleInit(): void {
    this.stops.push(this.tail.onGrown((records) => this.viewers.take(records)));
    this.stops.push(this.doorbell.listen(() => this.ownRing || this.pull()));
    this.ledger.onCommitted((records) => this.announce(records));
    const safetyTick = setInterval(() => this.attempt(this.tail.check()), TIMING.safetyTickMs);
    this.stops.push(() => clearInterval(safetyTick));
  }

  onApplicationShutdown(): void {
    for (const stop of this.stops) stop();
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
    this.attempt(this.tail.pull());
  }

  /** A failed look costs latency only: the next tick looks again. */
  private attempt(look: Promise<void>): void {
    look.catch((error: unknown) => this.logger.error(error));
  }
}
