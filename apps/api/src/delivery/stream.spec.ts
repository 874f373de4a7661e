import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Bye, formatCursor, LogReader, MemoryEventLog, NoEphemera, Tail, TIMING, Viewers } from '@fourways/chat-core';
import type { PresenceBoard } from '../presence/presence-board.js';
import type { Connections } from './connections.js';
import { type Pipe, Stream } from './stream.js';

/** A wire that takes what it is told to take, and remembers how it ended. */
class ScriptedPipe implements Pipe {
  takes = true;
  readonly goodbyes: Bye[] = [];
  destroyed = false;
  frames = 0;

  writable = () => this.takes;
  write = () => void this.frames++;
  gap = () => {};
  end = (goodbye: Bye) => void this.goodbyes.push(goodbye);
  destroy = () => void (this.destroyed = true);
}

describe('stream', () => {
  let pipe: ScriptedPipe;
  let stream: Stream;

  beforeEach(async () => {
    const log = new MemoryEventLog();
    const tail = new Tail(log);
    await tail.open();
    const services = {
      reader: new LogReader(tail, log, new NoEphemera()),
      viewers: new Viewers({ load: async () => [] }),
      presence: { renew() {}, release() {}, touch: () => true } as unknown as PresenceBoard,
      connections: { add: () => undefined, remove() {} } as unknown as Connections,
    };
    jest.useFakeTimers();
    pipe = new ScriptedPipe();
    const session = { id: 's', user: { id: 'u', name: 'U' } };
    stream = new Stream(services, { mode: 'sse', session, conn: 'c', address: 'a', heartbeatMs: 15_000, leaseMs: 60_000 }, pipe);
    await stream.start(formatCursor(tail.epoch, 0), undefined);
  });

  afterEach(() => {
    stream.close();
    jest.useRealTimers();
  });

  it('[M5] lives 8 to 10 minutes, then says recycle', () => {
    jest.advanceTimersByTime(TIMING.recycleMinMs - 1);
    expect(pipe.goodbyes).toEqual([]);
    jest.advanceTimersByTime(TIMING.recycleMaxMs - TIMING.recycleMinMs + 1);
    expect(pipe.goodbyes).toMatchObject([{ code: 4102, retry: 'now' }]);
  });

  it('[V1][G6] a reader that takes nothing for 10 s is told 4008 and cut off', () => {
    pipe.takes = false;
    jest.advanceTimersByTime(TIMING.unwritableMs);
    expect(pipe.goodbyes).toEqual([]);
    jest.advanceTimersByTime(TIMING.unwritableMs);
    expect(pipe.goodbyes).toMatchObject([{ code: 4008, retry: 'backoff' }]);
    expect(pipe.destroyed).toBe(true);
  });

  it('[V1] a reader that was slow for a moment stays', () => {
    pipe.takes = false;
    jest.advanceTimersByTime(TIMING.unwritableMs);
    pipe.takes = true;
    stream.drained();
    jest.advanceTimersByTime(4 * TIMING.unwritableMs);
    expect(pipe.goodbyes).toEqual([]);
  });

  it('[R6] leaves no timer behind when it closes', () => {
    expect(jest.getTimerCount()).toBeGreaterThan(0);
    stream.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
