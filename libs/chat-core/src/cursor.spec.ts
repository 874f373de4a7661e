import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cursor } from './cursor.js';
import { formatCursor, parseCursor } from './cursor-parts.js';

const epoch = 'k3v9q2ma';

describe('cursor', () => {
  it('[C1] sorts as a string in the order of the log', () => {
    const seq = fc.nat({ max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(seq, seq, (a, b) => {
        expect(formatCursor(epoch, a) < formatCursor(epoch, b)).toBe(a < b);
      }),
    );
  });

  it('[C1] survives the way to text and back', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (seq) => {
        expect(parseCursor(Cursor.parse(formatCursor(epoch, seq)))).toEqual({ epoch, seq });
      }),
    );
  });

  it.each(['', '.', '5', `.${'0'.repeat(11)}`, 'k3v9q2ma.', `${epoch}.zzzzzzzzzzz`, `K3V9Q2MA.${'0'.repeat(11)}`, `${epoch}.${'0'.repeat(12)}`])(
    '[C2] refuses %j',
    (text) => {
      expect(Cursor.safeParse(text).success).toBe(false);
    },
  );
});
