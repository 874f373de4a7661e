import { type Mode, TIMING } from '@fourways/chat-core';
import { v4 as uuid } from 'uuid';
import { Liveness } from './liveness.js';
import type { Attempt, CommandChannel, Delivery, Transport } from './transport.js';
import { unreachable } from './unreachable.js';

export interface LaneListener {
  delivered(lane: Lane, delivery: Delivery): void;
  /** Told once, unless the lane was stopped. */
  ended(lane: Lane, cause: unknown): void;
}

/** A silence of this long ends a stream. The polling modes time their requests instead. */
const DEAD_MS: Record<Mode, number> = { poll: Infinity, 'long-poll': Infinity, sse: TIMING.sseDeadMs, websocket: TIMING.deadMs };

/**
 * One attempt, watched: it must deliver something within 5 s of opening, and a stream must not fall silent.
 * After `stop()` nothing more is heard of it, whatever its transport still does.
 */
export class Lane {
  readonly conn = uuid();
  readonly openedTs = Date.now();
  /** True after its first up-to-date frame: what it delivers from then on is live. */
  synced = false;
  /** Runs commands, once the transport can. */
  channel: CommandChannel | undefined;
  private readonly controller = new AbortController();
  private readonly liveness = new Liveness(TIMING.connectMs, () => this.die());
  private delivered = false;
  private deadMs: number;

  constructor(
    private readonly transport: Transport,
    private readonly listener: LaneListener,
  ) {
    this.deadMs = DEAD_MS[transport.mode];
  }

  get mode(): Mode {
    return this.transport.mode;
  }

  /** Whether anything came through. */
  get heard(): boolean {
    return this.delivered;
  }

  /** Whether nothing came through although it was given its time. */
  get silent(): boolean {
    return !this.delivered && Date.now() - this.openedTs > TIMING.connectMs / 2;
  }

  get over(): boolean {
    return this.controller.signal.aborted;
  }

  /** Runs until it is stopped or ends. */
  open(attempt: Omit<Attempt, 'conn' | 'signal' | 'onChannel'>): this {
    const { conn } = this;
    const onChannel = (channel: CommandChannel) => (this.channel = channel);
    void this.run({ ...attempt, conn, signal: this.controller.signal, onChannel });
    return this;
  }

  /** Silently: for whoever does not want it any more. */
  stop(): void {
    this.liveness.stop();
    this.channel = undefined;
    this.controller.abort();
  }

  /** As if the transport had failed with `cause`. */
  end(cause: unknown): void {
    if (this.over) return;
    this.stop();
    this.listener.ended(this, cause);
  }

  /** Looks at once whether a watched silence has lasted too long. */
  check(): void {
    if (!this.over) this.liveness.check();
  }

  private async run(attempt: Attempt): Promise<void> {
    try {
      for await (const delivery of this.transport.open(attempt)) {
        if (this.over) return;
        this.deliver(delivery);
      }
      this.end(unreachable('The server ended the connection'));
    } catch (error) {
      this.end(error);
    }
  }

  private deliver(delivery: Delivery): void {
    this.delivered = true;
    if (delivery.kind === 'hello') this.deadMs = Math.min(this.deadMs, delivery.hello.deadMs);
    this.liveness.alive(this.deadMs);
    this.listener.delivered(this, delivery);
  }

  private die(): void {
    const silence = this.delivered ? 'The connection fell silent' : `Nothing arrived within ${TIMING.connectMs / 1000} s`;
    this.end(unreachable(silence));
  }
}
