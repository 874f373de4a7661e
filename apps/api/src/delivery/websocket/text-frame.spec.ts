import { describe, expect, it } from '@jest/globals';
import { textFrame } from './text-frame.js';

/** The payload of an unmasked text frame, read by the letter of RFC 6455, section 5.2. */
function payloadOf(frame: Buffer): string {
  expect(frame[0]).toBe(0b1000_0001);
  const short = frame[1]!;
  expect(short & 0b1000_0000).toBe(0);
  const [length, start] = short < 126 ? [short, 2] : short === 126 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10];
  expect(frame.length).toBe(start + length);
  return frame.toString('utf8', start);
}

describe('text frame', () => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('carries %i bytes', (length) => {
    const text = 'x'.repeat(length);
    expect(payloadOf(textFrame(text))).toBe(text);
  });

  it('counts bytes, not characters', () => {
    const text = 'Привет, 世界 👋'.repeat(10);
    expect(payloadOf(textFrame(text))).toBe(text);
  });
});
