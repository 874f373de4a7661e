import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accept } from './acceptance.js';
import { formatCursor, parseCursor } from './cursor-parts.js';
import { seeded } from './testing/index.js';

const at = (seq: number, epoch = 'memory00') => formatCursor(epoch, seq);

describe('accept', () => {
  it.each([
    ['other-epoch', 5, { prev: at(5, 'another0'), next: at(6, 'another0') }],
    ['nothing-new', 5, { prev: at(3), next: at(5) }],
    ['nothing-new', 5, { prev: at(5), next: at(5) }],
    ['nothing-new', 5, { prev: at(1), next: at(2) }],
    ['apply', 5, { prev: at(5), next: at(6) }],
    ['apply', 5, { prev: at(2), next: at(9) }],
    ['apply', 0, { prev: at(0), next: at(1) }],
    ['hole', 5, { prev: at(6), next: at(7) }],
    ['hole', 35, { prev: at(36), next: at(1_000) }],
  ] as const)('[N1] %s, at %i', (expected, seq, frame) => {
    expect(accept(at(seq), frame)).toBe(expected);
  });

  it('[N1] two transports that cut one log into overlapping frames apply each visible event once and in order, or find a hole', () => {
    const cuts = fc.array(fc.record({ next: fc.integer({ min: 1, max: 40 }), back: fc.nat({ max: 6 }), lost: fc.boolean() }), { maxLength: 25 });
    const script = fc.record({ visible: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), start: fc.nat({ max: 40 }), first: cuts, second: cuts, turns: fc.array(fc.boolean()) });
    fc.assert(
      fc.property(script, ({ visible, start, first, second, turns }) => {
        const isVisible = (seq: number) => visible[seq - 1] === true;
        const lanes = [first, second].map((lane) => framesOf(lane, start, isVisible));
        let cursor = at(start);
        const applied: number[] = [];
        for (const frame of interleaved(lanes[0]!, lanes[1]!, turns)) {
          const before = parseCursor(cursor).seq;
          const how = accept(cursor, frame);
          if (how === 'hole') expect(parseCursor(frame.prev).seq).toBeGreaterThan(before);
          if (how !== 'apply') continue;
          applied.push(...frame.events.filter((seq) => seq > before));
          cursor = frame.next;
        }
        const passed = Array.from({ length: parseCursor(cursor).seq }, (_, i) => i + 1);
        expect(applied).toEqual(passed.filter((seq) => seq > start && isVisible(seq)));
      }),
      seeded(1_000),
    );
  });
});

interface Cut {
  next: number;
  /** How far before the end of the last frame this one begins: a transport that was opened at an older cursor. */
  back: number;
  /** The frame never arrives. */
  lost: boolean;
}

function framesOf(cuts: readonly Cut[], start: number, isVisible: (seq: number) => boolean) {
  let end = start;
  return cuts.flatMap(({ next, back, lost }) => {
    const prev = Math.max(0, end - back);
    const to = Math.max(prev, Math.min(40, prev + (next % 8)));
    end = to;
    const events = Array.from({ length: to - prev }, (_, i) => prev + 1 + i).filter(isVisible);
    return lost ? [] : [{ prev: at(prev), next: at(to), events }];
  });
}

function interleaved<T>(a: readonly T[], b: readonly T[], turns: readonly boolean[]): T[] {
  const [left, right] = [[...a], [...b]];
  const order = [...turns].flatMap((takeLeft) => (takeLeft ? left.splice(0, 1) : right.splice(0, 1)));
  return [...order, ...left, ...right];
}
