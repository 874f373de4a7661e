import type { ChatClient } from '@fourways/chat-client';
import type { Snapshot } from '@fourways/chat-core';
import type { FaultyProxy } from '../faulty-proxy.js';

/** One person of a scenario: her client behind her own faulty network, what she began with and what she said. */
export interface Player {
  readonly client: ChatClient;
  readonly proxy: FaultyProxy;
  readonly cookie: string;
  /** What her client started from: all that came later must have come through the log. */
  readonly start: Snapshot;
  /** What she typed, by room, in that order. */
  readonly said: Map<string, string[]>;
}
