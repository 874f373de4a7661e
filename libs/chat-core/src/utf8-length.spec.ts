import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { utf8Length } from './utf8-length.js';

describe('utf8Length', () => {
  it('[R1] is the length of the encoded text, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(utf8Length(text)).toBe(Buffer.byteLength(text))));
    expect(['', 'a', 'ж', '語', '😀', '\ud800', '\udc00a'].map(utf8Length)).toEqual([0, 1, 2, 3, 4, 3, 4]);
  });
});
