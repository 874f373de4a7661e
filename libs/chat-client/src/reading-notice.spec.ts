import { applyEvents, ChatError, type ChatEvent, type Command, TIMING, timelineFrom } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type ReadAhead, ReadingNotice } from './reading-notice.js';
import { snapshotAt } from './testing/connection-world.js';
import { ME, posted, ROOM_ID } from './testing/scripted-transport.js';
import { unreadOf } from './unread-of.js';

const BOB = { id: '018f0000-0000-7000-8000-0000000000bb', name: 'Bob' };

/** Bob says something, and calls me. */
function said(seq: number): ChatEvent {
  const event = posted(seq) as Extract<ChatEvent, { type: 'message.posted' }>;
  return { ...event, actor: BOB.id, data: { ...event.data, author: BOB, mentions: { people: [ME] } } };
}

let timeline = timelineFrom(snapshotAt(1));
let readAhead: ReadAhead;
let told: Command['data'][];
let answer: () => Promise<unknown>;
let notice: ReadingNotice;

beforeEach(() => {
  jest.useFakeTimers();
  timeline = applyEvents(timelineFrom(snapshotAt(1)), [said(2), said(3), said(4)]);
  readAhead = new Map();
  told = [];
  answer = async () => null;
  notice = new ReadingNotice({
    timeline: () => timeline,
    show: (ahead) => (readAhead = ahead),
    run: ({ data }) => {
      told.push(data);
      return answer();
    },
  });
  notice.setOpen(true);
});
afterEach(() => {
  notice.clear();
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const unread = () => unreadOf({ timeline, readAhead }, ROOM_ID);
const moved = (seq: number, number: number): ChatEvent => ({ id: ME.id, seq, ts: seq, actor: ME.id, type: 'read.moved', roomId: ROOM_ID, data: { user: ME, number, ownAfter: 0 } });

const reset = (seq: number, number: number): ChatEvent => {
  const mentions = [2, 3, 4].map((each) => said(each)).flatMap((event) => (event.type === 'message.posted' && event.data.number > number ? [{ messageId: event.data.messageId, number: event.data.number }] : []));
  return { id: ME.id, seq, ts: seq, actor: ME.id, type: 'read.reset', roomId: ROOM_ID, data: { number, ownAfter: 0, mentions } };
};

describe('reading', () => {
  it('[ux C7] counts at once on the own screen; the server is told once for all that was read meanwhile', async () => {
    expect(unread()).toEqual({ messages: 3, mentions: 3 });
    notice.read(ROOM_ID, 2, false);
    expect(unread()).toEqual({ messages: 2, mentions: 2 });
    notice.read(ROOM_ID, 4, true);
    expect(unread()).toEqual({ messages: 0, mentions: 0 });
    expect(told).toEqual([]);
    await pass(TIMING.readNoticeMs);
    expect(told).toEqual([{ roomId: ROOM_ID, number: 4, quiet: true }]);
  });

  it('[J2] is not told again of what the log says already, nor backwards', async () => {
    for (const number of [1, 0]) notice.read(ROOM_ID, number, false);
    notice.read(ROOM_ID, 3, false);
    notice.read(ROOM_ID, 2, false);
    notice.read('elsewhere', 9, false);
    await pass(TIMING.readNoticeMs);
    expect(told).toEqual([{ roomId: ROOM_ID, number: 3 }]);
    timeline = applyEvents(timeline, [moved(5, 3)]);
    notice.settle([]);
    expect(readAhead.size).toBe(0);
    expect(unread().messages).toBe(1);
  });

  it('[ux C7] is taken back when it is refused, and when one wants to read again', async () => {
    answer = () => Promise.reject(new ChatError('not_a_member'));
    notice.read(ROOM_ID, 4, false);
    await pass(TIMING.readNoticeMs);
    expect(unread().messages).toBe(3);
    notice.read(ROOM_ID, 4, false);
    notice.forget(ROOM_ID);
    expect(unread().messages).toBe(3);
    await pass(TIMING.readNoticeMs);
    expect(told).toHaveLength(1);
  });

  it('[J2] what was read and is not told yet is told before something of it is marked as unread', async () => {
    notice.read(ROOM_ID, 4, true);
    const marked = notice.unread(ROOM_ID, async () => told.push({ roomId: ROOM_ID, number: 2 }));
    expect(unread().messages).toBe(3);
    await marked;
    expect(told).toEqual([{ roomId: ROOM_ID, number: 4, quiet: true }, { roomId: ROOM_ID, number: 2 }]);
    await pass(TIMING.readNoticeMs);
    expect(told).toHaveLength(2);
  });

  it('[J2] counts as read as before when marking it as unread is refused', async () => {
    notice.read(ROOM_ID, 4, false);
    await expect(notice.unread(ROOM_ID, () => Promise.reject(new ChatError('unreachable')))).rejects.toMatchObject({ code: 'unreachable' });
    expect(unread().messages).toBe(0);
    await pass(TIMING.readNoticeMs);
    expect(told.at(-1)).toEqual({ roomId: ROOM_ID, number: 4 });
  });

  it('waits for a connection, and is said again when the server could not be reached', async () => {
    notice.setOpen(false);
    notice.read(ROOM_ID, 4, false);
    await pass(60_000);
    expect(told).toEqual([]);
    answer = () => Promise.reject(new ChatError('unreachable'));
    notice.setOpen(true);
    await pass(TIMING.readNoticeMs);
    expect(unread().messages).toBe(0);
    answer = async () => null;
    await pass(TIMING.readNoticeMs);
    expect(told).toHaveLength(2);
  });

  it('is nobody else’s', async () => {
    notice.read(ROOM_ID, 4, false);
    notice.clear();
    expect(readAhead.size).toBe(0);
    await pass(60_000);
    expect(told).toEqual([]);
  });

  it('[ux C7] is taken back by the log, even when that comes together with what was read before', async () => {
    notice.read(ROOM_ID, 4, false);
    await pass(TIMING.readNoticeMs);
    const news = [moved(5, 4), reset(6, 2)];
    timeline = applyEvents(timeline, news);
    notice.settle(news);
    expect(unread()).toEqual({ messages: 2, mentions: 2 });
  });

  it('[ux C7] holds when it was read again since, and the server has not been told yet', async () => {
    notice.read(ROOM_ID, 4, false);
    timeline = applyEvents(timeline, [reset(5, 1)]);
    notice.settle([reset(5, 1)]);
    expect(unread().messages).toBe(0);
    await pass(TIMING.readNoticeMs);
    expect(told).toEqual([{ roomId: ROOM_ID, number: 4 }]);
  });
});
