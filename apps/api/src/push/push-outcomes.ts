import { Injectable } from '@nestjs/common';
import type { PushOutcome } from './push-sender.js';
import { type Delivery, PushRepository } from './push.repository.js';

/** Notes what became of each delivery as soon as it is known. What becomes known while a write is running shares the next one. */
@Injectable()
export class PushOutcomes {
  private taken: Delivery[] = [];
  private gone: Delivery[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly devices: PushRepository) {}

  /** Resolves when it is on disk. */
  async note(delivery: Delivery, outcome: PushOutcome): Promise<void> {
    if (outcome === 'failed') return;
    this[outcome].push(delivery);
    this.next ??= this.writing.then(() => this.write());
    await this.next;
  }

  private async write(): Promise<void> {
    const { taken, gone } = this;
    [this.taken, this.gone, this.next] = [[], [], undefined];
    const written = this.devices.settle(taken, gone);
    this.writing = written.catch(() => undefined);
    await written;
  }
}
