import { describe, expect, it } from '@jest/globals';
import type { Message, Room, RoomTimeline } from '@fourways/chat-core';
import { concernOf, countOf, isDirect, unreadOf } from './attention';

const ada = { id: 'a', name: 'Ada' };
const bob = { id: 'b', name: 'Bob' };
const room = { id: 'r', name: 'lobby', kind: 'public', createdTs: 0 } as Room;
const said = (roomSeq: number, author = bob, body = 'hello', removed?: true) => ({ id: `m${roomSeq}`, roomSeq, author, body, ...(removed && { removed }) }) as Message;
const timeline = (...messages: Message[]) => ({ room, messages }) as unknown as RoomTimeline;

describe('what awaits a reader', () => {
  it('[ux C5] is what others wrote after what she has read: not her own words, not what was removed', () => {
    const all = timeline(said(1), said(2), said(4, ada), said(5, bob, '@Ada look'), said(6, bob, '', true));
    expect(unreadOf(all, ada, 1)).toEqual({ messages: 2, calls: 1 });
    expect(unreadOf(all, ada, 6)).toEqual({ messages: 0, calls: 0 });
    expect(unreadOf(all, ada, Infinity)).toEqual({ messages: 0, calls: 0 });
  });

  it.each([
    ['@Ada, look', 'mention'],
    ['look, @ada', 'mention'],
    ['(@Ada)', 'mention'],
    ['@room all of you', 'mention'],
    ['Ada, look', 'room'],
    ['@Adam', 'room'],
    ['me@ada.example', 'room'],
  ])('[ux C5] calls her, or not: %s', (body, concern) => {
    expect(concernOf({ body }, room, ada)).toBe(concern);
  });

  it('[ux C5] a name may hold any characters, in any script', () => {
    expect(concernOf({ body: 'привет, @Мария (тест).*!' }, room, { id: 'm', name: 'Мария (тест).*' })).toBe('mention');
    expect(concernOf({ body: 'привет, @Марияна' }, room, { id: 'm', name: 'Мария' })).toBe('room');
  });

  it('counts for the window as the room was told to', () => {
    const unread = { messages: 5, calls: 2 };
    expect([countOf(unread, 'all'), countOf(unread, 'mentions'), countOf(unread, 'none')]).toEqual([5, 2, 0]);
  });

  it('is direct in any room that is neither public nor private', () => {
    expect((['public', 'private', 'direct', 'group'] as Room['kind'][]).map((kind) => isDirect({ ...room, kind }))).toEqual([false, false, true, true]);
  });
});
