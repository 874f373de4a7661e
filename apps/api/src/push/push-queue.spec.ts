import { beforeEach, describe, expect, it } from '@jest/globals';
import { TIMING } from '@fourways/chat-core';
import { PushQueue } from './push-queue.js';

const [ADA, BOB, LOBBY, KITCHEN] = ['ada', 'bob', 'lobby', 'kitchen'];
const told = (userId: string, roomId: string, number: number) => ({ userId, roomId, first: number, newest: number });

let here: Set<string>;
let queue: PushQueue;
beforeEach(() => {
  here = new Set();
  queue = new PushQueue((userId) => here.has(userId));
});
const due = (nowMs: number) => queue.due(nowMs, 100).map(({ userId, newest }) => `${userId} ${newest}`);

describe('[P5] what waits to be pushed', () => {
  it('is told at once to whoever is away, and once', () => {
    queue.add(told(ADA, LOBBY, 1), 0);
    expect(due(0)).toEqual(['ada 1']);
    expect(due(0)).toEqual([]);
  });

  it('[ux H4] waits for somebody who seems to be here, and is told when she has vanished', () => {
    here.add(ADA);
    queue.add(told(ADA, LOBBY, 1), 0);
    expect(due(TIMING.pollHiddenLeaseMs - 1)).toEqual([]);
    here.delete(ADA);
    expect(due(TIMING.pollHiddenLeaseMs)).toEqual(['ada 1']);
  });

  it('is dropped for somebody who was here all the time', () => {
    here.add(ADA);
    queue.add(told(ADA, LOBBY, 1), 0);
    expect(due(TIMING.pushHoldMs)).toEqual([]);
    here.delete(ADA);
    expect(due(TIMING.pushHoldMs + 1)).toEqual([]);
  });

  it('is the newest of a room, and not more often than every two seconds', () => {
    queue.add(told(ADA, LOBBY, 1), 0);
    queue.add(told(ADA, LOBBY, 2), 0);
    queue.add(told(ADA, KITCHEN, 3), 0);
    expect(due(0)).toEqual(['ada 2', 'ada 3']);
    queue.add(told(ADA, LOBBY, 4), 10);
    queue.add(told(ADA, LOBBY, 5), 20);
    expect(due(TIMING.pushPauseMs - 1)).toEqual([]);
    expect(due(TIMING.pushPauseMs)).toEqual(['ada 5']);
  });

  it('says since which message it waits, in case the newest is removed', () => {
    for (const number of [1, 2, 3]) queue.add(told(ADA, LOBBY, number), 0);
    expect(queue.due(0, 1)).toEqual([{ ...told(ADA, LOBBY, 3), first: 1 }]);
    queue.add(told(ADA, LOBBY, 4), 0);
    expect(queue.due(TIMING.pushPauseMs, 1)).toEqual([told(ADA, LOBBY, 4)]);
  });

  it('leaves no trace when all is told', () => {
    queue.add(told(ADA, LOBBY, 1), 0);
    queue.add(told(BOB, LOBBY, 1), 0);
    expect(due(0)).toHaveLength(2);
    expect(due(TIMING.pushPauseMs)).toEqual([]);
    expect(queue.isEmpty).toBe(true);
  });

  it('is bounded: of too much the oldest is given up, and no more is taken than can be sent', () => {
    for (let n = 1; n <= 10_001; n++) queue.add(told(`user ${n}`, LOBBY, n), 0);
    expect(queue.due(0, 2).map(({ newest }) => newest)).toEqual([2, 3]);
    expect(queue.due(0, 20_000)).toHaveLength(9_998);
  });
});
