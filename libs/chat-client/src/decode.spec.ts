import { describe, expect, it } from '@jest/globals';
import { decode, decodeFrame } from './decode.js';
import { frameOf, posted } from './testing/scripted-transport.js';

describe('decode', () => {
  it('leaves out events of a type that only newer servers have', () => {
    const frame = { ...frameOf(0, 2), events: [posted(1), { type: 'message.starred', seq: 2, anything: true }] };
    expect(decodeFrame(frame)).toEqual({ ...frame, events: [posted(1)] });
  });

  it('ignores names that only newer servers use', () => {
    expect(decode('party', {})).toBeNull();
  });

  it.each([
    ['without events', { ...frameOf(0, 1), events: undefined }],
    ['with a malformed event of a known type', { ...frameOf(0, 1), events: [{ ...posted(1), seq: 'one' }] }],
    ['with an event that is none', { ...frameOf(0, 1), events: [null] }],
    ['without a cursor', { ...frameOf(0, 1), next: '' }],
    ['that is nothing', null],
  ])('refuses a frame %s', (_, frame) => {
    expect(() => decode('frame', frame)).toThrow();
  });
});
