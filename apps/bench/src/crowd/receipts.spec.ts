import { describe, expect, it } from '@jest/globals';
import { isExact, Receipts, sumOf } from './receipts.js';

function judge(received: readonly number[], expected: readonly number[] = [3, 5, 8]) {
  const receipts = new Receipts();
  for (const seq of received) receipts.add(seq);
  return receipts.judge(new Set(expected));
}

describe('Receipts', () => {
  it.each([
    ['is exact when everything came once, in order', [3, 5, 8], { lost: 0, doubled: 0, outOfOrder: 0, unexpected: 0 }],
    ['counts what never came', [3, 8], { lost: 1, doubled: 0, outOfOrder: 0, unexpected: 0 }],
    ['counts what came again, wherever', [3, 5, 8, 3, 8], { lost: 0, doubled: 2, outOfOrder: 0, unexpected: 0 }],
    ['counts what came after something newer', [5, 3, 8], { lost: 0, doubled: 0, outOfOrder: 1, unexpected: 0 }],
    ['counts what nobody said', [3, 5, 8, 9], { lost: 0, doubled: 0, outOfOrder: 0, unexpected: 1 }],
    ['does not let a repeat stand in for something lost', [3, 3, 8], { lost: 1, doubled: 1, outOfOrder: 0, unexpected: 0 }],
  ])('[A18] %s', (_, received, faults) => {
    const verdict = judge(received);
    expect(verdict).toEqual({ expected: 3, received: received.length, ...faults });
    expect(isExact(verdict)).toBe(received.join() === '3,5,8');
  });

  it('[A18] one reader with a fault makes the sum inexact', () => {
    const sum = sumOf([judge([3, 5, 8]), judge([3, 5, 5]), judge([3, 5, 8])]);
    expect(sum).toEqual({ expected: 9, received: 9, lost: 1, doubled: 1, outOfOrder: 0, unexpected: 0 });
    expect(isExact(sum)).toBe(false);
  });
});
