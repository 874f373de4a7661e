import { describe, expect, it } from '@jest/globals';
import { EventDigest } from './event-digest.js';

const events = [
  { seq: 1, id: '018f0000-0000-7000-8000-000000000001' },
  { seq: 2, id: '018f0000-0000-7000-8000-000000000002' },
  { seq: 12, id: '018f0000-0000-7000-8000-00000000000c' },
];

function sumOf(...taken: typeof events) {
  const digest = new EventDigest();
  for (const event of taken) digest.add(event);
  return digest.sum;
}

describe('the digest of events', () => {
  it('[Q1] of nothing is the beginning of the hash', () => {
    expect(sumOf()).toEqual({ count: 0, digest: 'cbf29ce484222325' });
  });

  it('[Q1] of the same events is the same', () => {
    expect(sumOf(...events)).toEqual(sumOf(...events));
    expect(sumOf(...events).count).toBe(3);
  });

  it.each([
    ['one is missing', events.slice(1)],
    ['one comes twice', [...events, events[2]!]],
    ['two change places', [events[1]!, events[0]!, events[2]!]],
    ['one has another number', [...events.slice(0, 2), { ...events[2]!, seq: 13 }]],
    ['one has another id', [...events.slice(0, 2), { ...events[2]!, id: events[0]!.id }]],
  ])('[Q1] differs when %s', (...[, others]) => {
    expect(sumOf(...others).digest).not.toBe(sumOf(...events).digest);
  });
});
