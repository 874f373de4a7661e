import type { ModeChoice, Snapshot } from '@fourways/chat-core';
import type { OutboxShelf } from './outbox-shelf.js';
import type { SetbackMemory } from './setback-memory.js';
import type { TabPlatform } from './tabs/tab-platform.js';

export interface ChatClientOptions {
  /** Origin of the service, e.g. `http://localhost:3000`. Empty (the default) means the page's own origin. */
  readonly baseUrl?: string;
  /** Default: auto, which begins with websocket and changes by itself when that does not work here. */
  readonly mode?: ModeChoice;
  /** Interval of the mode poll in ms, 500 to 30 000; default 2 000. */
  readonly pollIntervalMs?: number;
  /** So many messages of each room stay loaded while it goes on, or up to twice as many; default: all. See `holdHistory`. */
  readonly keptMessages?: number;
  /** `browserTabs()`: all tabs of a person share one connection, and one mode. Default: each client has its own. */
  readonly tabs?: TabPlatform | null;
  /** Where `auto` finds again what an earlier page learned of this network; default: nowhere. */
  readonly setbacks?: SetbackMemory | null;
  /** From a server-rendered page: the client goes on from its cursor without another request. */
  readonly snapshot?: Snapshot;
  /** Node only: value of the Cookie header to begin with, e.g. of a session made elsewhere. */
  readonly cookie?: string;
  /** Used for every request; EventSource in a browser and WebSockets do not go through it. */
  readonly fetch?: typeof fetch;
  /** Source of all jitter, 0 ≤ x < 1; seeded in tests. */
  readonly random?: () => number;
  /** Where unsent messages outlive the client; default: nowhere. Each person has a shelf of her own. */
  readonly shelf?: OutboxShelf;
}
