import { describe, expect, it } from '@jest/globals';
import { MentionBook } from './mention-book';

const ann = { id: 'a', name: 'Ann Lee' };
const [bob, otherBob] = [{ id: 'b1', name: 'Bob' }, { id: 'b2', name: 'Bob' }];

describe('the mentions of a text', () => {
  it('[ux D7][J4] are those who are named after an @, and everyone by @room', () => {
    const book = new MentionBook();
    expect(book.calledIn('@Ann Lee and @Bob', [ann, bob])).toEqual(['a', 'b1']);
    expect(book.calledIn('Ann Lee, Bob', [ann, bob])).toEqual([]);
    for (const text of ['@room', 'hey @room!', '(@room)']) expect(book.calledIn(text, [])).toEqual(['room']);
    for (const text of ['@rooms', 'me@room', '@roomy', '@Комната']) expect(book.calledIn(text, [])).toEqual([]);
  });

  it('[ux D7] of two of the same name mean the one that was picked, and nobody when none was', () => {
    const book = new MentionBook();
    expect(book.calledIn('@Bob', [bob, otherBob])).toEqual([]);
    book.pick(otherBob);
    expect(book.calledIn('@Bob', [bob, otherBob])).toEqual(['b2']);
    expect(book.calledIn('nobody', [bob, otherBob])).toEqual([]);
  });
});
