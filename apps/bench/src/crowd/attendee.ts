import type { ChatEvent, Frame, Mode } from '@fourways/chat-core';
import { PollingReader } from './polling-reader.js';
import type { Reader, ReaderOptions } from './reader.js';
import { Receipts } from './receipts.js';
import { SseReader } from './sse-reader.js';
import { WebsocketReader } from './websocket-reader.js';
import { Wire } from './wire.js';

export type Posted = Extract<ChatEvent, { type: 'message.posted' }>;

interface AttendeeOptions extends Omit<ReaderOptions, 'take' | 'fail'> {
  readonly mode: Mode;
  readonly roomId: string;
  readonly onMessage: (message: Posted, attendee: Attendee) => void;
  readonly onBroken: (error: Error) => void;
}

/** A reader, with what it has received and what it cost since the round began. */
export class Attendee {
  receipts = new Receipts();
  private readonly wire = new Wire();
  private readonly reader: Reader;
  private before = { requests: 0, bytes: 0 };
  private failed: (error: Error) => void = () => {};

  constructor(private readonly options: AttendeeOptions) {
    const { onBroken } = options;
    const fail = (error: Error) => {
      onBroken(error);
      this.failed(error);
    };
    this.reader = readerOf(options.mode, { ...options, take: (frame) => this.take(frame), fail }, this.wire);
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.failed = reject;
      this.reader.open().then(resolve, reject);
    });
  }

  begin(): void {
    this.receipts = new Receipts();
    this.before = { requests: this.wire.requests, bytes: this.wire.bytes };
  }

  get requests(): number {
    return this.wire.requests - this.before.requests;
  }

  get bytes(): number {
    return this.wire.bytes - this.before.bytes;
  }

  close(): void {
    this.reader.close();
  }

  private take({ events }: Frame): void {
    for (const event of events) {
      if (event.type !== 'message.posted' || event.roomId !== this.options.roomId) continue;
      this.receipts.add(event.seq);
      this.options.onMessage(event, this);
    }
  }
}

function readerOf(mode: Mode, options: ReaderOptions, wire: Wire): Reader {
  if (mode === 'sse') return new SseReader(options, wire);
  if (mode === 'websocket') return new WebsocketReader(options, wire);
  return new PollingReader(mode, options, wire);
}
