import type { Cursor, Frame } from '@fourways/chat-core';
import type { FrameDecoder } from './frame-decoder.js';

export interface ReaderOptions {
  readonly url: string;
  readonly cookie: string;
  readonly start: Cursor;
  readonly conn: string;
  readonly pollMs: number;
  readonly decoder: FrameDecoder;
  readonly take: (frame: Frame) => void;
  /** It cannot go on. */
  readonly fail: (error: Error) => void;
}

/** One client in one mode on the bare wire: it follows the log, and does nothing to heal what goes wrong. */
export interface Reader {
  /** Resolves with the first frame that is up to date. */
  open(): Promise<void>;
  close(): void;
}
