import { EncodedFrame, type FrameParts } from './encoded-frame.js';

const KEPT_FRAMES = 256;
const SHARED_EPHEMERAL_CHARS = 512;

/** Hands readers with the same news the same encoded frame. */
export class FrameCache {
  private readonly frames = new Map<string, EncodedFrame>();

  frame(wanted: FrameParts): EncodedFrame {
    if (wanted.eph && wanted.eph.length > SHARED_EPHEMERAL_CHARS) return new EncodedFrame(wanted);
    const key = keyOf(wanted);
    let frame = this.frames.get(key);
    if (!frame) {
      frame = new EncodedFrame(wanted);
      this.frames.set(key, frame);
      if (this.frames.size > KEPT_FRAMES) this.forgetOldest();
    }
    return frame;
  }

  /** The events themselves have changed. */
  clear(): void {
    this.frames.clear();
  }

  private forgetOldest(): void {
    const oldest = this.frames.keys().next().value;
    if (oldest !== undefined) this.frames.delete(oldest);
  }
}

/** Two readers between the same places have the same frame if they may see the same events. */
function keyOf({ prev, next, upToDate, records, eph = '' }: FrameParts): string {
  const seesAll = records.length === next - prev;
  const seen = seesAll ? '*' : records.map(({ seq }) => seq).join();
  return `${prev}:${next}:${upToDate ? 1 : 0}:${seen}:${eph}`;
}
