import type { Entry } from './entry';

/** Where the list takes its messages from: the live conversation, or a stretch of the past around a place. */
export interface MessageSource {
  readonly entries: readonly Entry[];
  readonly live: boolean;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly older: () => void;
  readonly newer: () => void;
  /** Back to the live conversation. */
  readonly leave: () => void;
}
