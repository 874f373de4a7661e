import type { Socket } from 'node:net';
import type { Inflow, Piece } from './inflow.js';

/** More than this is left to the sender's own buffers, as with any proxy. */
const HELD_BYTES = 64 * 1024;

type Turn = (inflow: Inflow) => AsyncIterable<Piece>;

/** One direction of a connection. Whatever is done to it, its bytes keep their order, and none is lost when that changes. */
export class Flow {
  /** Resolves when everything has gone on, or nothing can any more. */
  readonly done: Promise<void>;
  private readonly held: Piece[] = [];
  private heldBytes = 0;
  private finished = false;
  private stopped = false;
  private change = new AbortController();
  private wake: () => void = () => {};

  constructor(
    private readonly source: Socket,
    private readonly sink: Socket,
    private turn: Turn,
  ) {
    source.on('data', (data) => this.arrive(data));
    source.once('end', () => this.finish());
    this.done = this.run();
  }

  treat(turn: Turn): void {
    this.turn = turn;
    this.change.abort();
    this.wake();
  }

  /** Nothing more will come. */
  finish(): void {
    this.finished = true;
    this.wake();
  }

  /** Nothing more can go on. */
  stop(): void {
    this.stopped = true;
    this.change.abort();
    this.wake();
  }

  private arrive(data: Buffer): void {
    this.held.push({ data, arrivedMs: performance.now() });
    this.heldBytes += data.length;
    if (this.heldBytes > HELD_BYTES) this.source.pause();
    this.wake();
  }

  private async run(): Promise<void> {
    while (!this.stopped && !(this.finished && this.held.length === 0)) {
      this.change = new AbortController();
      for await (const { data } of this.turn(this.inflow(this.change.signal))) await this.write(data);
    }
    if (!this.stopped) await new Promise<void>((resolve) => this.sink.end(resolve));
  }

  private async write(data: Buffer): Promise<void> {
    if (this.stopped || this.sink.write(data)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.sink.off('drain', done).off('close', done);
        resolve();
      };
      this.sink.once('drain', done).once('close', done);
    });
  }

  private inflow(over: AbortSignal): Inflow {
    return {
      pieces: this.pieces(over),
      over: new Promise((resolve) => over.addEventListener('abort', () => resolve())),
      pause: (ms) => pause(ms, over),
    };
  }

  private async *pieces(over: AbortSignal): AsyncGenerator<Piece> {
    while (!over.aborted) {
      const piece = this.held.shift();
      if (piece) {
        this.heldBytes -= piece.data.length;
        this.source.resume();
        yield piece;
      } else if (this.finished) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

function pause(ms: number, over: AbortSignal): Promise<void> {
  if (ms <= 0 || over.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    over.addEventListener('abort', done);
  });
}
