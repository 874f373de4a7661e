import { describe, expect, it } from '@jest/globals';
import { nextUnread } from './next-unread';

const order = ['a', 'b', 'c', 'd'];
const unread = (...rooms: string[]) => (roomId: string) => rooms.includes(roomId);

describe('the next unread room', () => {
  it('is the nearest one in the order of the list, down and up', () => {
    expect(nextUnread(order, 'b', unread('a', 'c', 'd'), 1)).toBe('c');
    expect(nextUnread(order, 'b', unread('a', 'c', 'd'), -1)).toBe('a');
  });

  it('goes round', () => {
    expect(nextUnread(order, 'c', unread('a', 'b'), 1)).toBe('a');
    expect(nextUnread(order, 'a', unread('c'), -1)).toBe('c');
  });

  it('is not the one that is open', () => {
    expect(nextUnread(order, 'b', unread('b'), 1)).toBeNull();
    expect(nextUnread([], 'b', unread('b'), 1)).toBeNull();
  });

  it('is the first or the last one from a page that is no room', () => {
    expect(nextUnread(order, '', unread('a', 'd'), 1)).toBe('a');
    expect(nextUnread(order, '', unread('a', 'd'), -1)).toBe('d');
  });
});
