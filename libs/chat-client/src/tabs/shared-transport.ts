import type { Mode } from '@fourways/chat-core';
import { Mailbox } from '../mailbox.js';
import type { Attempt, Delivery, Transport } from '../transport.js';
import { unreachable } from '../unreachable.js';
import type { Relayed } from './tab-message.js';
import type { TabGroup } from './tab-group.js';

/** A leading tab that lost its connection is given this long to open another one before the others call it a failure. */
const GRACE_MS = 1_000;

/**
 * One mode over a connection that all tabs of a person share (PROTOCOL Y1): the leading tab reads, and passes on what
 * arrives; in the others an attempt hears it. They apply it by the same rule, so no hand-over is needed.
 */
export class SharedTransport implements Transport {
  /** Attempts of this tab that are open. */
  private attempts = 0;

  constructor(
    private readonly own: Transport,
    private readonly group: TabGroup,
  ) {}

  get mode(): Mode {
    return this.own.mode;
  }

  async *open(attempt: Attempt): AsyncGenerator<Delivery> {
    if (await this.group.leads()) yield* this.lead(attempt);
    else yield* this.follow(attempt);
  }

  private async *lead(attempt: Attempt): AsyncGenerator<Delivery> {
    this.attempts++;
    try {
      for await (const delivery of this.own.open(attempt)) {
        if (isForAll(delivery)) this.group.publish(this.mode, delivery);
        yield delivery;
      }
    } finally {
      this.attempts--;
      if (this.attempts === 0) this.group.down(this.mode);
    }
  }

  private async *follow({ signal }: Attempt): AsyncGenerator<Delivery> {
    const mailbox = new Mailbox<Delivery>();
    let grace: ReturnType<typeof setTimeout> | undefined;
    const end = () => mailbox.end();
    signal.addEventListener('abort', end);
    const silence = this.group.listen({
      mode: this.mode,
      heard: (delivery) => {
        clearTimeout(grace);
        mailbox.put(delivery);
      },
      down: () => {
        clearTimeout(grace);
        grace = setTimeout(() => mailbox.end(unreachable('The tab that leads has lost its connection')), GRACE_MS);
      },
    });
    if (signal.aborted) end();
    try {
      yield* mailbox;
    } finally {
      silence();
      clearTimeout(grace);
      signal.removeEventListener('abort', end);
    }
  }
}

function isForAll(delivery: Delivery): delivery is Relayed {
  return delivery.kind === 'frame' || delivery.kind === 'pulse';
}
