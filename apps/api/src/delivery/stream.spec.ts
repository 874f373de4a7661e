import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Bye, type Cursor, formatCursor, type Gap, LogReader, MemoryEventLog, NoEphemera, Tail, TIMING, Viewers } from '@fourways/chat-core';
import type { PresenceBoard } from '../presence/presence-board.js';
import type { Connections } from './connections.js';
import { type Pipe, Stream } from './stream.js';

/** A wire that takes what it is told to take, and remembers how it ended. */
class ScriptedPipe implements Pipe {
  takes = true;
  readonly goodbyes: Bye[] = [];
  destroyed = false;
  frames = 0;
  readonly gaps: Gap[] = [];

  writable = () => this.takes;
  write = () => void this.frames++;
  gap = (gap: Gap) => void this.gaps.push(gap);
  end = (goodbye: Bye) => void this.goodbyes.push(goodbye);
  destroy = () => void (this.destroyed = true);
}

describe('stream', () => {
  let pipe: ScriptedPipe;
  let stream: Stream;
  let create: () => Stream;
  let cursorAt: (seq: number) => Cursor;

  beforeEach(async () => {
    const log = new MemoryEventLog();
    const tail = new Tail(log);
    await tail.open();
    cursorAt = (seq) => formatCursor(tail.epoch, seq);
    const services = {
      reader: new LogReader(tail, log, new NoEphemera()),
      viewers: new Viewers({ load: async () => [] }),
      presence: { renew() {}, release() {}, touch: () => true } as unknown as PresenceBoard,
      connections: { add: () => undefined, remove() {} } as unknown as Connections,
    };
    jest.useFakeTimers();
    pipe = new ScriptedPipe();
    const session = { id: 's', user: { id: 'u', name: 'U' } };
    create = () => new Stream(services, { mode: 'sse', session, conn: 'c', address: 'a', heartbeatMs: 15_000, leaseMs: 60_000 }, pipe);
    stream = create();
    await stream.start(cursorAt(0), undefined);
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

  it('[A10][V1][G6] a reader that takes nothing for 10 s is told 4008, and cut off when it does not take that either', () => {
    pipe.takes = false;
    jest.advanceTimersByTime(TIMING.unwritableMs);
    expect(pipe.goodbyes).toEqual([]);
    jest.advanceTimersByTime(TIMING.unwritableMs / 2);
    expect(pipe.goodbyes).toMatchObject([{ code: 4008, retry: 'backoff' }]);
    jest.advanceTimersByTime(TIMING.unwritableMs - 1);
    expect(pipe.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(pipe.destroyed).toBe(true);
  });

  it('[G6] a reader that does not take its goodbye does not keep its socket for ever', () => {
    stream.end({ code: 4500, name: 'signed_out', retry: 'never' });
    jest.advanceTimersByTime(TIMING.unwritableMs);
    expect(pipe.destroyed).toBe(true);
  });

  it('[G6] nor one that does not take its gap', async () => {
    await create().start(cursorAt(9), undefined);
    expect(pipe.gaps).toMatchObject([{ reason: 'future' }]);
    jest.advanceTimersByTime(TIMING.unwritableMs);
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
