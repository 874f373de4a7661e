import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventDraft, EventLog } from '../event-log.js';
import type { LogRecord } from '../event.js';
import { created, edited, testId } from './drafts.js';

export interface LogUnderTest {
  readonly log: EventLog;
  close(): Promise<void>;
  /** The same log after its process has ended and begun again; left out by a log that lives in memory. */
  reopen?(): Promise<EventLog>;
  /** Makes an append that the log refuses, out of drafts that it would take; left out by a log that refuses nothing. */
  spoil?(drafts: readonly EventDraft[]): EventDraft[];
}

/** What every event log promises: PROTOCOL L1–L6. */
export function eventLogContract(name: string, makeLog: () => Promise<LogUnderTest>): void {
  describe(`${name} is an event log`, () => {
    let under: LogUnderTest;
    let log: EventLog;
    let room: string;

    beforeEach(async () => {
      under = await makeLog();
      log = under.log;
      room = testId();
      await log.append([created(room)]);
    });
    afterEach(() => under.close());

    const everything = () => log.readAfter(0, 10_000);

    describe('append', () => {
      it('[L1] numbers in the given order, without holes', async () => {
        const { head } = await log.range();
        const drafts = [edited(room), edited(room), edited(room)];
        const records = await log.append(drafts);
        expect(seqsOf(records)).toEqual([head + 1, head + 2, head + 3]);
        expect(records.map(({ event }) => event.id)).toEqual(drafts.map(({ event }) => event.id));
      });

      it('[L1] numbers without holes however many append at once', async () => {
        const { head } = await log.range();
        const appends = await Promise.all(Array.from({ length: 40 }, (_, i) => log.append(some(1 + (i % 3), room))));
        const seqs = appends.flatMap(seqsOf).sort((a, b) => a - b);
        expect(seqs).toEqual(seqs.map((_, i) => head + 1 + i));
        for (const records of appends) expect(seqsOf(records)).toEqual(records.map((_, i) => records[0]!.event.seq + i));
      });

      it('[L1] of nothing changes nothing', async () => {
        const before = await log.range();
        expect(await log.append([])).toEqual([]);
        expect(await log.range()).toEqual(before);
      });

      it('[L1] that is refused stores none of its events, takes no number, and harms none of its neighbours', async () => {
        if (!under.spoil) return;
        const before = await log.range();
        const refused = log.append(under.spoil([edited(room), edited(room)]));
        const neighbour = log.append([edited(room)]);
        await expect(refused).rejects.toThrow();
        const [record] = await neighbour;
        expect(record?.event.seq).toBe(before.head + 1);
        expect(await log.readAfter(before.head, 10)).toEqual([record]);
      });

      it('[L1] is seen whole or not at all', async () => {
        const { head } = await log.range();
        const appending = Promise.all(Array.from({ length: 20 }, () => log.append(some(3, room))));
        const seen: number[] = [];
        const looking = whileRunning(appending, async () => void seen.push((await log.readAfter(head, 1_000)).length));
        await Promise.all([appending, looking]);
        expect(seen.filter((count) => count % 3 !== 0)).toEqual([]);
      });

      it('[L2] is readable, and counted by the head, once it resolves', async () => {
        const records = await log.append(some(3, room));
        const { head } = await log.range();
        expect(head).toBe(records.at(-1)?.event.seq);
        expect(await log.readAfter(records[0]!.event.seq - 1, 10)).toEqual(records);
      });

      it('[L3] numbers the events of each room without holes, and no others', async () => {
        const other = testId();
        await log.append([created(other)]);
        await Promise.all(Array.from({ length: 30 }, (_, i) => log.append(some(1 + (i % 2), i % 3 ? room : other))));
        const records = await everything();
        for (const id of [room, other]) {
          const inRoom = records.filter(({ audience }) => audience === `room:${id}`);
          expect(inRoom.length).toBeGreaterThan(0);
          expect(inRoom.map(roomSeqOf)).toEqual(inRoom.map((_, i) => i + 1));
        }
        const others = records.filter(({ audience }) => !audience.startsWith('room:'));
        expect(others.map(roomSeqOf)).toEqual(others.map(() => undefined));
      });
    });

    describe('readAfter', () => {
      it('[L4] gives pages that join without a hole', async () => {
        await log.append(some(10, room));
        const read: LogRecord[] = [];
        for (;;) {
          const page = await log.readAfter(read.at(-1)?.event.seq ?? 0, 3);
          expect(page.length).toBeLessThanOrEqual(3);
          read.push(...page);
          if (page.length === 0) break;
        }
        expect(read).toEqual(await everything());
      });

      it('[L4] never skips an event that is still being appended', async () => {
        const { head } = await log.range();
        const followed: number[] = [];
        const follow = async () => void followed.push(...seqsOf(await log.readAfter(followed.at(-1) ?? head, 7)));
        const appending = Promise.all(Array.from({ length: 60 }, (_, i) => log.append(some(1 + (i % 4), room))));
        await whileRunning(appending, follow);
        for (let before = -1; before < followed.length; await follow()) before = followed.length;
        const { head: end } = await log.range();
        expect(followed).toEqual(Array.from({ length: end - head }, (_, i) => head + 1 + i));
      });

      it('[L4] gives nothing beyond the head', async () => {
        const { head } = await log.range();
        expect(await log.readAfter(head, 10)).toEqual([]);
        expect(await log.readAfter(head + 5, 10)).toEqual([]);
      });
    });

    describe('prune', () => {
      it('[L5] forgets the oldest and changes neither head nor epoch', async () => {
        await log.append(some(5, room));
        const before = await log.range();
        await log.prune(3);
        expect(await log.range()).toEqual({ ...before, first: 4 });
        expect(seqsOf(await log.readAfter(0, 2))).toEqual([4, 5]);
      });

      it('[L5] of what is forgotten already changes nothing', async () => {
        await log.append(some(5, room));
        await log.prune(3);
        await log.prune(2);
        expect(await log.range()).toMatchObject({ first: 4, head: 6 });
      });

      it('[L5] of everything, and beyond, leaves an empty log that goes on numbering', async () => {
        const { head, epoch } = await log.range();
        const [last] = await log.append([edited(room)]);
        await log.prune(head + 100);
        expect(await log.range()).toEqual({ epoch, first: head + 2, head: head + 1 });
        expect(await everything()).toEqual([]);
        const [next] = await log.append([edited(room)]);
        expect(next).toMatchObject({ event: { seq: head + 2, roomSeq: roomSeqOf(last!)! + 1 } });
        expect(await log.range()).toEqual({ epoch, first: head + 2, head: head + 2 });
      });
    });

    it('[L6] keeps its epoch, which fits into a cursor', async () => {
      const { epoch } = await log.range();
      expect(epoch).toMatch(/^[a-z0-9]{8}$/);
      await log.append(some(3, room));
      expect((await log.range()).epoch).toBe(epoch);
    });

    it('[L6] [L2] is the same log with the same events when it is opened again', async () => {
      if (!under.reopen) return;
      await log.append(some(3, room));
      await log.prune(1);
      const [range, records] = [await log.range(), await everything()];
      log = await under.reopen();
      expect(await log.range()).toEqual(range);
      expect(await everything()).toEqual(records);
      const [next] = await log.append([edited(room)]);
      expect(next).toMatchObject({ event: { seq: range.head + 1, roomSeq: 4 } });
    });
  });
}

function some(count: number, room: string): EventDraft[] {
  return Array.from({ length: count }, () => edited(room));
}

function seqsOf(records: readonly LogRecord[]): number[] {
  return records.map(({ event }) => event.seq);
}

function roomSeqOf({ event }: LogRecord): number | undefined {
  return 'roomSeq' in event ? event.roomSeq : undefined;
}

/** Does the task again and again until the work is done, giving it room in between. */
async function whileRunning(work: Promise<unknown>, task: () => Promise<void>): Promise<void> {
  let running = true;
  const ended = work.finally(() => (running = false));
  while (running) {
    await task();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await ended;
}
