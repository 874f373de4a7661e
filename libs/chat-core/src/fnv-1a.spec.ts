import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fnv1a } from './fnv-1a.js';

function hashOf(...pieces: string[]): string {
  const hash = new Fnv1a();
  for (const piece of pieces) hash.add(piece);
  return hash.hex;
}

/** The definition, in its own words. */
function defined(text: string): string {
  const hash = [...text].reduce((sum, char) => BigInt.asUintN(64, (sum ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n), 0xcbf29ce484222325n);
  return hash.toString(16).padStart(16, '0');
}

const ascii = fc.string({ unit: 'binary-ascii', maxLength: 200 });

describe('FNV-1a', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('[Q1] gives %j the value that its authors published', (text, hex) => {
    expect(hashOf(text)).toBe(hex);
  });

  it('[Q1] equals the definition in numbers of 64 bits', () => {
    fc.assert(fc.property(ascii, (text) => hashOf(text) === defined(text)));
  });

  it('[Q1] does not depend on the pieces in which the text comes', () => {
    fc.assert(fc.property(fc.array(ascii), (pieces) => hashOf(...pieces) === hashOf(pieces.join(''))));
  });
});
