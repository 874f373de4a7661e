import type { Cursor } from '@fourways/chat-core';

/** Something whose delivery is measured. */
export interface Subject {
  readonly url: string;
  /** The process that serves, if it runs on this machine under our eyes. */
  readonly pid?: number;
  /** Where the readers begin. */
  readonly start: Cursor;
  readonly roomId: string;
  /** The sessions of the readers. */
  readonly cookies: readonly string[];
  /** Has so many messages said in the room, so many per second; resolves with their `seq`s when all are stored. */
  talk(count: number, perSecond: number): Promise<number[]>;
  stop(): Promise<void>;
}
