import type { Cursor } from '@fourways/chat-core';
import type { Lane } from './lane.js';
import type { Delivery } from './transport.js';

interface Ports {
  cursor(): Cursor | null;
  /** One GET of the log from the applied cursor. */
  read(): Promise<Delivery>;
}

/** Reads the log beside an open lane, in its name. A read that fails ends the lane, which is then no better. */
export class CatchUp {
  private target: Cursor | null = null;
  private running = false;

  constructor(
    private readonly ports: Ports,
    private readonly deliver: (lane: Lane, delivery: Delivery) => void,
  ) {}

  /** Closes a hole: reads until the cursor has reached `target`. A call while another runs only raises its target. */
  async to(lane: Lane, target: Cursor): Promise<void> {
    if (!this.target || target > this.target) this.target = target;
    if (this.running) return;
    this.running = true;
    while (this.behind() && !lane.over) await this.once(lane);
    this.running = false;
    this.target = null;
  }

  async once(lane: Lane): Promise<void> {
    try {
      const delivery = await this.ports.read();
      if (!lane.over) this.deliver(lane, delivery);
    } catch (error) {
      lane.end(error);
    }
  }

  private behind(): boolean {
    const cursor = this.ports.cursor();
    return cursor !== null && this.target !== null && cursor < this.target;
  }
}
