import type { EncodedFrame } from '../encoded-frame.js';
import type { Sink } from '../following.js';
import { Frame } from '../frame.js';
import type { Gap } from '../notice.js';

/** Remembers what it was given; takes nothing while `open` is false. */
export class RecordingSink implements Sink {
  open = true;
  readonly encoded: EncodedFrame[] = [];
  readonly gaps: Gap[] = [];
  readonly failures: unknown[] = [];

  writable(): boolean {
    return this.open;
  }

  write(frame: EncodedFrame): void {
    this.encoded.push(frame);
  }

  gap(gap: Gap): void {
    this.gaps.push(gap);
  }

  failed(error: unknown): void {
    this.failures.push(error);
  }

  get frames(): Frame[] {
    return this.encoded.map(decoded);
  }

  get seqs(): number[] {
    return this.frames.flatMap(({ events }) => events.map(({ seq }) => seq));
  }
}

/** What a client makes of a frame's JSON. */
export function decoded({ json }: { readonly json: string }): Frame {
  return Frame.parse(JSON.parse(json));
}
