import { describe, expect, it } from '@jest/globals';
import type { Message, RoomTimeline, Timeline } from '@fourways/chat-core';
import { NewsWatch } from './news-watch';

const ada = { id: 'a', name: 'Ada' };
const bob = { id: 'b', name: 'Bob' };
const said = (roomSeq: number, author = bob, body = `m${roomSeq}`) => ({ id: `m${roomSeq}`, roomSeq, number: roomSeq, author, body, ...(body.includes('@Ada') && { mentions: { people: [ada] } }) }) as Message;
const room = (id: string, roomSeq: number, ...messages: Message[]) => ({ room: { id, name: id, kind: id === 'direct' ? id : 'public' }, roomSeq, messages, read: { number: 0 } }) as unknown as RoomTimeline;
const timeline = (...rooms: RoomTimeline[]): Timeline => ({ me: ada, rooms: new Map(rooms.map((each) => [each.room.id, each])), changes: new Map() });
const bodies = (watch: NewsWatch, now: Timeline) => watch.take(now).map(({ message }) => message.body);

describe('news', () => {
  it('are not what was there already, nor older pages, nor own words', () => {
    const watch = new NewsWatch(timeline(room('lobby', 3, said(2), said(3))));
    expect(bodies(watch, timeline(room('lobby', 3, said(1), said(2), said(3))))).toEqual([]);
    expect(bodies(watch, timeline(room('lobby', 4, said(3), said(4, ada))))).toEqual([]);
    expect(bodies(watch, timeline(room('lobby', 5, said(3), said(5))))).toEqual(['m5']);
  });

  it('are told once', () => {
    const watch = new NewsWatch(timeline(room('lobby', 0)));
    const now = timeline(room('lobby', 1, said(1)));
    expect(bodies(watch, now)).toEqual(['m1']);
    expect(bodies(watch, now)).toEqual([]);
    expect(bodies(watch, timeline(room('lobby', 1, said(1))))).toEqual([]);
  });

  it('[ux H2] are one per room however many came, and of those the one that concerns the reader', () => {
    const watch = new NewsWatch(timeline(room('lobby', 0), room('team', 0)));
    const now = timeline(room('lobby', 3, said(1), said(2, bob, '@Ada!'), said(3)), room('team', 2, said(1), said(2)));
    expect(bodies(watch, now)).toEqual(['@Ada!', 'm2']);
  });

  it('[ux H3] are what was said in a direct room that somebody has just opened', () => {
    const watch = new NewsWatch(timeline(room('lobby', 1)));
    expect(bodies(watch, timeline(room('lobby', 1), room('direct', 3, said(3))))).toEqual(['m3']);
    expect(bodies(new NewsWatch(timeline(room('direct', 3, said(3)))), timeline(room('direct', 3, said(3))))).toEqual([]);
  });

  it('begin in a room where the reader comes in', () => {
    const watch = new NewsWatch(timeline());
    expect(bodies(watch, timeline(room('new', 7, said(6), said(7))))).toEqual([]);
    expect(bodies(watch, timeline(room('new', 8, said(7), said(8))))).toEqual(['m8']);
  });
});
