import { describe, expect, it } from '@jest/globals';
import type { Message } from '@fourways/chat-core';
import type { Entry } from './entry';
import { dayOf, timelineRows } from './timeline-rows';

const ada = { id: '01900000-0000-7000-8000-00000000ada0', name: 'Ada' };
const bob = { id: '01900000-0000-7000-8000-00000000b0b0', name: 'Bob' };
const noon = Date.UTC(2026, 10, 22, 12);
const minutes = (count: number) => count * 60_000;

let count = 0;
function message(author: typeof ada, ts: number): Message {
  const seq = ++count;
  return { id: `m${seq}`, roomId: 'r', roomSeq: seq, number: seq, seq, updatedSeq: seq, author, clientMsgId: `c${seq}`, body: 'hello', ts };
}

function failedEcho(ts: number): Entry {
  const echo = { clientMsgId: 'e', roomId: 'r', body: 'hello', createdTs: ts, state: 'failed' as const };
  return { clientMsgId: 'e', roomId: 'r', author: ada, body: 'hello', ts, echo };
}

const groupedOf = (entries: Entry[], zone = 'UTC') => timelineRows(entries, zone).map(({ grouped }) => grouped);
const daysOf = (entries: Entry[], zone: string) => timelineRows(entries, zone).map(({ day }) => day);

describe('grouping', () => {
  it('[ux E1] groups one author within five minutes', () => {
    const talk = [message(ada, noon), message(ada, noon + minutes(4.9)), message(ada, noon + minutes(9.9))];
    expect(groupedOf(talk)).toEqual([false, true, false]);
  });

  it('[ux E1] is broken by another author, by a day and by a failure', () => {
    expect(groupedOf([message(ada, noon), message(bob, noon + 1), message(ada, noon + 2)])).toEqual([false, false, false]);
    const midnight = Date.UTC(2026, 10, 23);
    expect(groupedOf([message(ada, midnight - 1_000), message(ada, midnight + 1_000)])).toEqual([false, false]);
    expect(groupedOf([message(ada, noon), failedEcho(noon + 1), message(ada, noon + 2)])).toEqual([false, false, false]);
  });

  it('[ux E1] is broken by the line of the new and by an answer', () => {
    const talk = [message(ada, noon), message(ada, noon + 1), message(ada, noon + 2)];
    expect(timelineRows(talk, 'UTC', talk[1]!.id).map(({ grouped }) => grouped)).toEqual([false, false, true]);
    const replyTo = { messageId: 'm', roomSeq: 1, author: bob };
    expect(groupedOf([message(ada, noon), { ...message(ada, noon + 1), replyTo }, message(ada, noon + 2)])).toEqual([false, false, true]);
  });
});

describe('day separators', () => {
  const beforeMidnightInMoscow = Date.UTC(2026, 10, 22, 20, 59);
  const afterMidnightInMoscow = Date.UTC(2026, 10, 22, 21, 1);

  it('[ux E2] follow the zone of the reader', () => {
    const entries = [message(ada, beforeMidnightInMoscow), message(ada, afterMidnightInMoscow)];
    expect(daysOf(entries, 'Europe/Moscow')).toEqual(['2026-11-22', '2026-11-23']);
    expect(daysOf(entries, 'UTC')).toEqual(['2026-11-22', null]);
    expect(daysOf(entries, 'America/New_York')).toEqual(['2026-11-22', null]);
  });

  it('know a day of 23 hours', () => {
    expect(dayOf(Date.UTC(2026, 2, 28, 23, 30), 'Europe/Berlin')).toBe('2026-03-29');
    expect(dayOf(Date.UTC(2026, 2, 29, 22, 30), 'Europe/Berlin')).toBe('2026-03-30');
  });
});
