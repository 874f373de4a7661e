import type { Cursor } from '@fourways/chat-core';
import type { Delivery } from './transport.js';

interface Ports {
  cursor(): Cursor | null;
  /** One read of the log from the applied cursor. */
  read(): Promise<Delivery>;
}

/** Closes a hole: reads from the applied cursor until it reaches the place that was announced too early. */
export class CatchUp {
  private target: Cursor | null = null;
  private running = false;

  constructor(private readonly ports: Ports) {}

  /**
   * Hands each reading to `take` until the cursor has reached `target`, or `take` returns false. A call while
   * another runs only raises its target. Rejects as soon as one read fails.
   */
  async until(target: Cursor, take: (delivery: Delivery) => boolean): Promise<void> {
    if (!this.target || target > this.target) this.target = target;
    if (this.running) return;
    this.running = true;
    try {
      while (this.behind() && take(await this.ports.read()));
    } finally {
      this.running = false;
      this.target = null;
    }
  }

  private behind(): boolean {
    const cursor = this.ports.cursor();
    return cursor !== null && this.target !== null && cursor < this.target;
  }
}
