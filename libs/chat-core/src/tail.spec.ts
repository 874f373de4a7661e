import { describe, expect, it } from '@jest/globals';
import type { LogRecord } from './event.js';
import { MemoryEventLog } from './memory/memory-event-log.js';
import { Tail } from './tail.js';
import { created, edited, posted, removed, testId, testUser } from './testing/index.js';

const room = testId();

async function logOf(count: number): Promise<MemoryEventLog> {
  const log = new MemoryEventLog();
  await log.append([created(room)]);
  await append(log, count - 1);
  return log;
}

function append(log: MemoryEventLog, count: number): Promise<LogRecord[]> {
  return log.append(Array.from({ length: count }, () => edited(room)));
}

async function opened(log: MemoryEventLog, capacity?: number): Promise<Tail> {
  const tail = new Tail(log, capacity);
  await tail.open();
  return tail;
}

const seqs = (records: readonly { seq: number }[] | undefined) => records?.map(({ seq }) => seq);

describe('tail', () => {
  it('holds the newest of the log, each serialised', async () => {
    const tail = await opened(await logOf(8), 5);
    expect(tail).toMatchObject({ epoch: 'memory00', first: 1, head: 8 });
    expect(seqs(tail.after(3, 100))).toEqual([4, 5, 6, 7, 8]);
    expect(tail.after(2, 100)).toBeUndefined();
    expect(seqs(tail.after(3, 2))).toEqual([4, 5]);
    expect(seqs(tail.after(8, 100))).toEqual([]);
    for (const { json, event } of tail.after(3, 100)!) expect(JSON.parse(json)).toEqual(event);
  });

  it('keeps at most twice its capacity', async () => {
    const log = await logOf(1);
    const tail = await opened(log, 5);
    for (let i = 0; i < 30; i++) {
      tail.offer(await append(log, 1));
      expect(seqs(tail.after(tail.head - Math.min(5, tail.head), 100))).toHaveLength(Math.min(5, tail.head));
      if (tail.head > 10) expect(tail.after(tail.head - 11, 100)).toBeUndefined();
    }
  });

  it('[W6] keeps nothing of what a removed message said', async () => {
    const log = await logOf(1);
    const said = posted(room, testUser(), 'a secret');
    const other = posted(room, testUser(), 'no secret');
    await log.append([said, edited(room, said.event.id, 'a secret indeed'), other]);
    const tail = await opened(log);
    tail.offer(await log.append([removed(room, said.event.id)]));
    const kept = tail.after(1, 100)!;
    expect(seqs(kept)).toEqual([2, 3, 4, 5]);
    for (const { json, event, bytes } of kept) expect([JSON.parse(json), bytes]).toEqual([event, Buffer.byteLength(json)]);
    expect(kept.map(({ event }) => ('body' in event.data ? event.data.body : null))).toEqual(['', '', 'no secret', null]);
  });

  it('takes what has just been committed, and tells its listeners of each run once, in order', async () => {
    const log = await logOf(2);
    const tail = await opened(log);
    const told: number[] = [];
    const stop = tail.onGrown((records) => told.push(...records.map(({ seq }) => seq)));
    const three = await append(log, 3);
    tail.offer(three);
    tail.offer(three);
    await tail.pull();
    await append(log, 2);
    await Promise.all([tail.pull(), tail.pull()]);
    expect(told).toEqual([3, 4, 5, 6, 7]);
    stop();
    tail.offer(await append(log, 1));
    expect(told).toHaveLength(5);
    expect(tail.head).toBe(8);
  });

  it('leaves out what does not follow its head, and finds it by pulling', async () => {
    const log = await logOf(2);
    const tail = await opened(log);
    await append(log, 1);
    tail.offer(await append(log, 1));
    expect(tail.head).toBe(2);
    await tail.pull();
    expect(seqs(tail.after(0, 10))).toEqual([1, 2, 3, 4]);
  });

  it('pulls again when asked while it pulls, so that what was appended meanwhile is found', async () => {
    const log = await logOf(1);
    const tail = await opened(log);
    const pulling = tail.pull();
    const appended = await append(log, 1);
    tail.offer(appended);
    await Promise.all([pulling, tail.pull()]);
    expect(tail.head).toBe(2);
  });

  it('pulls more than one page', async () => {
    const log = await logOf(1);
    const tail = await opened(log);
    await append(log, 2_500);
    await tail.pull();
    expect(tail.head).toBe(2_501);
    expect(seqs(tail.after(0, 5_000))).toHaveLength(2_501);
  });

  it('[D1] finds by its check what no ring has told', async () => {
    const log = await logOf(1);
    const tail = await opened(log);
    await append(log, 2);
    await log.prune(1);
    await tail.check();
    expect(tail).toMatchObject({ first: 2, head: 3 });
  });

  it('[G3] forgets what it has when the log has been pruned beyond its head, instead of hiding a hole', async () => {
    const log = await logOf(3);
    const tail = await opened(log);
    await append(log, 4);
    await log.prune(5);
    await tail.check();
    expect(tail.after(3, 10)).toBeUndefined();
    expect(seqs(tail.after(5, 10))).toEqual([6, 7]);
  });

  it('a look that fails leaves it as it was; the next one works', async () => {
    const log = await logOf(1);
    const tail = await opened(log);
    await append(log, 1);
    const { readAfter } = log;
    log.readAfter = () => Promise.reject(new Error('disk I/O error'));
    await expect(tail.pull()).rejects.toThrow('disk');
    log.readAfter = readAfter;
    await tail.pull();
    expect(tail.head).toBe(2);
  });
});
