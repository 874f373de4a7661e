import { type ChatEvent, type Cursor, formatCursor, type Frame, type Mode } from '@fourways/chat-core';
import { Mailbox } from '../mailbox.js';
import type { Attempt, Delivery, Transport } from '../transport.js';

export const EPOCH = 'testlog0';
export const ROOM_ID = '018f0000-0000-7000-8000-000000000001';
export const ME = { id: '018f0000-0000-7000-8000-0000000000aa', name: 'Ada' };
export const cursorAt = (seq: number, epoch = EPOCH): Cursor => formatCursor(epoch, seq);
const idOf = (seq: number) => `018f0000-0000-7000-8000-${seq.toString(16).padStart(12, '0')}`;

export function posted(seq: number, body = `m${seq}`): ChatEvent {
  const id = idOf(seq);
  const data = { messageId: id, number: seq, author: ME, body };
  return { id, seq, ts: seq, actor: ME.id, clientMsgId: id, roomId: ROOM_ID, roomSeq: seq, type: 'message.posted', data };
}

/** The frame (prev, next] with an event at every seq. */
export function frameOf(prev: number, next: number, upToDate = true, epoch = EPOCH): Frame {
  const events = Array.from({ length: Math.max(0, next - prev) }, (_, i) => posted(prev + i + 1));
  return { v: 1, prev: cursorAt(prev, epoch), next: cursorAt(next, epoch), upToDate, events };
}

/** One opening of a scripted transport: the test says what arrives. */
export class Opening {
  readonly mailbox = new Mailbox<Delivery>();
  readonly from: Cursor;

  constructor(
    readonly mode: Mode,
    readonly attempt: Attempt,
  ) {
    this.from = attempt.cursor();
    attempt.signal.addEventListener('abort', () => this.mailbox.end());
  }

  get over(): boolean {
    return this.attempt.signal.aborted;
  }

  frame(prev: number, next: number, upToDate = true, epoch = EPOCH): void {
    this.mailbox.put({ kind: 'frame', frame: frameOf(prev, next, upToDate, epoch) });
  }
}

export class ScriptedTransport implements Transport {
  constructor(
    readonly mode: Mode,
    private readonly opened: (opening: Opening) => void,
  ) {}

  open(attempt: Attempt): AsyncIterable<Delivery> {
    const opening = new Opening(this.mode, attempt);
    this.opened(opening);
    return opening.mailbox;
  }
}
