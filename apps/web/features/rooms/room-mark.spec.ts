import { describe, expect, it } from '@jest/globals';
import { awaitingIn, roomMark } from './room-mark';

const NONE = { unread: false, count: null, mentions: 0 };

describe('the mark of a room with news', () => {
  it('[ux C5] counts what she wants to hear of, and mentions apart', () => {
    expect(roomMark({ messages: 7, mentions: 2 }, 'everything')).toEqual({ unread: true, count: 7, mentions: 2 });
    expect(roomMark({ messages: 7, mentions: 2 }, 'mentions')).toEqual({ unread: true, count: null, mentions: 2 });
    expect(roomMark({ messages: 7, mentions: 2 }, 'nothing')).toEqual(NONE);
    expect(roomMark({ messages: 7, mentions: 2 }, 'invisible')).toEqual(NONE);
  });

  it('[ux C5] is a number outside of the page as she wants to have the room', () => {
    const unread = { messages: 5, mentions: 2 };
    expect((['everything', 'mentions', 'nothing', 'invisible'] as const).map((level) => awaitingIn(unread, level))).toEqual([5, 2, 0, 0]);
  });

  it('is not there when all is read', () => {
    expect(roomMark({ messages: 0, mentions: 0 }, 'everything')).toEqual(NONE);
  });
});
