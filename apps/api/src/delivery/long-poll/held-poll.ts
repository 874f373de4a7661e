import type { Bye } from '@fourways/chat-core';
import type { Session } from '../../session/session.js';
import type { Connection } from '../connections.js';

/** One request that is being held. It ends early when its client goes away or when it is told goodbye. */
export class HeldPoll implements Connection {
  readonly mode = 'long-poll';
  /** Why the server has ended it. */
  goodbye: Bye | undefined;
  private readonly controller = new AbortController();

  constructor(
    readonly session: Session,
    readonly conn: string,
    readonly address: string,
  ) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  readonly gone = (): void => this.controller.abort();

  end(goodbye: Bye): void {
    this.goodbye = goodbye;
    this.controller.abort();
  }
}
